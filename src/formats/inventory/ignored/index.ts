import { reject } from '../../../domain/index.ts';
import type { Result } from '../../../domain/index.ts';
import { settle } from '../../format-error.ts';
import type { FileSource, InventoryFormat, InventoryOutcome, ReadContext } from '../../format.ts';
import { hashFile } from '../../hash.ts';
import { signatures } from './signatures.ts';
import type { Signature } from './signatures.ts';

/** Only hashed, so larger than what is parsed: Microsoft's offline scan cabinet has about 1 GB. */
const maxIgnoredBytes = 4 * 1024 * 1024 * 1024;

/** Formats that are recognised, so that a folder of everything gives no rejections, and left aside. */
export const ignoredFormats: readonly InventoryFormat[] = signatures.map(formatOf);

function formatOf(known: Signature): InventoryFormat {
  return {
    id: known.id,
    title: known.title,
    kind: 'inventory',
    leftAside: known.reason,
    sniff: (head) => known.matches(head),
    read: (file, context) => leaveAside(known, file, context),
  };
}

async function leaveAside(
  known: Signature,
  file: FileSource,
  context: ReadContext,
): Promise<Result<InventoryOutcome>> {
  if (file.size > maxIgnoredBytes) {
    return reject('file-too-large', file.name, '', { bytes: file.size, maximum: maxIgnoredBytes });
  }
  return settle(async () => {
    const sha256 = await hashFile(file, context);
    return { use: 'ignored', format: known.id, reason: known.reason, sha256 };
  });
}
