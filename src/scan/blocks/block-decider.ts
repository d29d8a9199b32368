/** Deciding one block of machines: here, in other workers, with the kernel or without. */
import type { Machine } from '../../domain/index.ts';

export interface BlockWork {
  /** Ids by slot; empty for a free slot. */
  readonly machines: readonly string[];
  /** Quantised facts of an earlier scan with the same catalog, or null. */
  readonly facts: Uint8Array<ArrayBuffer> | null;
  /** Slots of `facts` that no longer hold what they say. */
  readonly cleared: readonly number[];
  /** Machines whose facts are to be read, with their slots. */
  readonly read: readonly (readonly [slot: number, machine: Machine])[];
}

export interface DecidedBlock {
  /** As in a `StateBlock`. */
  readonly planes: Uint32Array<ArrayBuffer>;
  /** To be kept for later scans; null for engines that do not quantise blocks. */
  readonly facts: Uint8Array<ArrayBuffer> | null;
}

export interface BlockDecider {
  /** Blocks that are worth having under way at once. */
  readonly lanes: number;
  /** Bytes of a block's facts; 0: this engine has no use for them. */
  readonly factBytes: number;
  /**
   * @param prepare reads what is needed; the facts it gives are used up. Called again where deciding broke down
   * @throws the signal's reason when it is aborted
   */
  decide(prepare: () => Promise<BlockWork>, signal?: AbortSignal): Promise<DecidedBlock>;
  /** Lets everything go; what is under way fails. */
  close(): void;
}

/** Milliseconds of work before others get their turn. */
const stretchMs = 40;

/** Gives way to others now and then: messages, among them the one that stops the work, come in between. */
export class Breather {
  #last = performance.now();

  /** @throws the signal's reason when it is aborted */
  async breathe(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (performance.now() - this.#last < stretchMs) return;
    await turn();
    this.#last = performance.now();
    signal?.throwIfAborted();
  }
}

/** One turn of the event loop; timers would wait four milliseconds each (HTML, timers, nesting level). */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
