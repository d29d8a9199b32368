import type { CatalogSignature } from '../../domain/index.ts';
import { verifyCatalogFile } from '../authenticode/index.ts';
import type { HashedCatalog } from '../authenticode/index.ts';
import type { ReadContext } from '../format.ts';
import { readMasterList } from './catalog.ts';

/**
 * Signature of a cabinet with a catalog in it. Where it is not enough, a file that holds no catalog says
 * that first: a single update file is attached to a bundle, and nobody has to vouch for it here.
 *
 * Throws `FormatError`: those of `verifyCatalogFile`, or of `readMasterList` where the signature fails.
 */
export async function verifyMicrosoftUpdate(
  hashed: HashedCatalog,
  context: ReadContext,
): Promise<CatalogSignature> {
  try {
    return await verifyCatalogFile(hashed, context, 'mu');
  } catch (error) {
    const { onBytes: _, ...quietly } = context;
    await readMasterList(hashed.file, quietly);
    throw error;
  }
}
