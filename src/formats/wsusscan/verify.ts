import type { CatalogSignature } from '../../domain/index.ts';
import { verifyCatalogFile } from '../authenticode/index.ts';
import type { HashedCatalog } from '../authenticode/index.ts';
import { listCabinet } from '../cab/index.ts';
import type { ReadContext } from '../format.ts';
import { readMasterList } from './catalog.ts';
import { layoutOf } from './master-visitor.ts';

/**
 * Signature of a cabinet with a catalog in it. Where it is not enough, a single update file that holds no
 * catalog says that first: it is attached to a bundle, and nobody has to vouch for it here. Of a cabinet that has
 * the members of a catalog nothing is unpacked for that.
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
    const { members } = await listCabinet(hashed.file, quietly);
    const layout = layoutOf(members.map(({ name }) => name));
    if (layout === null || layout === 'update-package') await readMasterList(hashed.file, quietly);
    throw error;
  }
}
