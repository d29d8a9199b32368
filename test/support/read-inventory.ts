import type { InventoryReading, Rejection, Result } from '../../src/domain/index.ts';
import { decodeText, inventoryFormats } from '../../src/formats/index.ts';
import type { FileSource, InventoryFormat, InventoryOutcome } from '../../src/formats/index.ts';

/** The format that claims a file by its first 64 KiB, as the page and the command line ask. */
export async function formatOfFile(file: FileSource): Promise<InventoryFormat | null> {
  const bytes = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  const head = { name: file.name, size: file.size, bytes, text: decodeText(bytes).text };
  return inventoryFormats.find((format) => format.sniff(head)) ?? null;
}

/** Reads a file by whatever format claims it; null where none does. */
export async function readAny(file: FileSource): Promise<Result<InventoryOutcome> | null> {
  return (await formatOfFile(file))?.read(file, {}) ?? null;
}

/** Reads content that is expected to give a reading. */
export async function readingOf(content: BlobPart, name: string): Promise<InventoryReading> {
  const result = await readAny(new File([content], name));
  if (!result?.ok || result.value.use !== 'reading') throw new Error(`no reading: ${JSON.stringify(result)}`);
  return result.value.reading;
}

/** Reads content that is expected to be recognised and refused. */
export async function inventoryRefusal(content: BlobPart, name: string): Promise<Rejection> {
  const result = await readAny(new File([content], name));
  if (!result || result.ok) throw new Error(`not refused: ${JSON.stringify(result)}`);
  return result.error;
}

/** KB numbers of a reading, each once, in rising order. */
export function kbsOf(reading: InventoryReading): number[] {
  const kbs = (reading.hotfixes?.entries ?? []).flatMap((entry) => entry.kb ?? []);
  return [...new Set(kbs)].sort((a, b) => a - b);
}
