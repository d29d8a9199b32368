/** Where a bag is written to. The writer knows this port only; ZIP and folder stand behind it. */

export interface BagFileSink {
  /** The chunk is not changed by the caller afterwards. */
  write(chunk: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface BagSink {
  /** Opens a new file; `path` is relative to the bag's folder, with `/`, already safe. */
  open(path: string): Promise<BagFileSink>;
  /** Makes an empty folder. */
  folder(path: string): Promise<void>;
  /**
   * What really lies there after `close`, where that can be read again: sticks lie (bundle, section 4).
   * Null where nothing can be read again (a ZIP that the browser still has to save).
   */
  readBack(path: string): Promise<Blob> | null;
  /** Nothing follows any more; only now does the bag lose its mark of being unfinished. */
  finish(): Promise<void>;
  /** Takes away what was written so far; false where the medium did not allow it. */
  abandon(): Promise<boolean>;
}
