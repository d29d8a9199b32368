import type { MuDetail } from '../domain/index.ts';
import type { ReadMuDetail } from './ports.ts';
import type { Session } from './session.ts';

/** Details of revisions from the current editions of the store; null where none keeps them. */
export function storedDetails(session: Session): ReadMuDetail {
  return async (updateId, revision): Promise<MuDetail | null> => {
    for (const { current, generation } of session.data.editions) {
      if (!current || generation === undefined) continue;
      const found = await session.store.catalogs.detail(generation, updateId, revision);
      if (found !== null) return found;
    }
    return null;
  };
}
