import { formatError } from '../format-error.ts';
import type { FileSource } from '../format.ts';

/** The first bytes of a file. Throws `FormatError` `file-unreadable`. */
export async function headOf(file: FileSource, bytes: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, bytes).arrayBuffer());
  } catch (cause) {
    throw formatError('file-unreadable', file.name, '', { cause: String(cause) }, cause);
  }
}
