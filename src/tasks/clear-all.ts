import { ok } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import { expectingFailures } from './rejections.ts';
import type { Session } from './session.ts';

/** Removes everything that is stored, the journal too: the person starts anew. Cannot be taken back. */
export function clearAll(session: Session): Promise<Result<null>> {
  return expectingFailures(async () => {
    await session.store.clear();
    session.history.forget();
    session.forgetData();
    await session.reload();
    session.changed();
    return ok(null);
  });
}
