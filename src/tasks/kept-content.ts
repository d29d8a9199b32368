import type { FileSource } from '../formats/index.ts';
import { fromBase64, toBase64 } from '../formats/workspace/index.ts';

/** Larger files are not stored for a question: mssecure.cab and vendors' cabinets have some megabytes. */
const largestKept = 16 * 1024 ** 2;

/** The bytes of a file as base64; null where it is too large, or the medium fails. */
export async function keptContent(file: FileSource): Promise<string | null> {
  if (file.size > largestKept) return null;
  try {
    return toBase64(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return null;
  }
}

/** The file again; null where the text is no base64. */
export function fileOfContent(name: string, content: string): FileSource | null {
  const bytes = fromBase64(content);
  return bytes && new File([bytes], name);
}
