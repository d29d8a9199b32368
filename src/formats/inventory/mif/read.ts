import type { Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { loadText } from '../load-text.ts';
import { makeReading } from '../reading.ts';
import { maxRecords } from '../wmi/index.ts';
import { componentRecords } from './component.ts';

export function sniffMif(head: Head): boolean {
  return /^\s*(?:\/\/[^\n]*\s+)*start\s+component\s/i.test(head.text);
}

/** First lines of an IDMIF; the angle brackets are written (sms-records, section 8). */
const ofAnotherThing = /^\s*\/\/\s*(?:Architecture|UniqueID)\s*</im;

/**
 * Reads a NOIDMIF: groups that a site adds to a machine's inventory, as records. It names no machine. An
 * IDMIF describes another thing (a printer), and is left aside.
 *
 * Rejections: those of `loadText`, `cut-off`, `not-well-formed`, `too-deep`, `limit-exceeded`.
 */
export function readMif(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    if (ofAnotherThing.test(loaded.text.slice(0, 4096))) {
      return { use: 'ignored', format: 'mif', reason: 'of-another-thing', sha256: loaded.sha256 };
    }
    const records = componentRecords(loaded.lines, file.name);
    if (records.length > maxRecords) {
      throw formatError('limit-exceeded', file.name, '', { limit: 'records', maximum: maxRecords });
    }
    const reading = makeReading(loaded, 'mif', null, { os: null, hotfixes: null }, []);
    return { use: 'reading', reading: { ...reading, records } };
  });
}
