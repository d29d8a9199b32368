import { ok, reject } from '../domain/index.ts';
import type { Authorization, JournalAct, Result, Update, Verdict } from '../domain/index.ts';
import { journalledHashLength } from './altered-authorizations.ts';
import type { BareChange } from './history.ts';
import type { Session } from './session.ts';

export interface DecideRequest {
  readonly updates: readonly string[];
  /** Null withdraws what was decided. */
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly until: string | null;
}

/** What puts back exactly the authorizations that stood before for these updates. */
function putBack(before: readonly Authorization[], updates: readonly string[]): BareChange {
  const wanted = new Set(updates);
  const kept = before.filter((authorization) => wanted.has(authorization.update));
  const decided = new Set(kept.map((authorization) => authorization.update));
  return {
    authorizations: kept,
    deleteAuthorizations: updates.filter((update) => !decided.has(update)),
  };
}

/**
 * Authorizes, declines, defers or withdraws, bound to the content each update has now (design,
 * section 8): another content later makes the authorization void. Updates that no catalog knows are
 * left out. One journal entry names them all.
 *
 * @returns `reason-missing` when declining or deferring without a reason
 */
export async function decide(
  session: Session,
  known: readonly Update[],
  request: DecideRequest,
): Promise<Result<null>> {
  const { verdict } = request;
  const reason = request.reason.trim();
  if ((verdict === 'declined' || verdict === 'deferred') && !reason) {
    return reject('reason-missing', '', '', { verdict });
  }
  const wanted = new Set(request.updates);
  const decided = new Set(session.data.authorizations.map((authorization) => authorization.update));
  const touched = known.filter(
    (update) => wanted.has(update.id) && (verdict !== null || decided.has(update.id)),
  );
  if (!touched.length) return ok(null);
  const ids = touched.map((update) => update.id);
  const redo: BareChange =
    verdict === null
      ? { deleteAuthorizations: ids }
      : {
          authorizations: touched.map((update) => authorize(session, update, verdict, reason, request.until)),
        };
  const undo = putBack(session.data.authorizations, ids);
  const act: JournalAct = verdict ?? 'withdrawn';
  const details = {
    updates: ids.length,
    ids: ids.join(' '),
    ...(verdict === null ? {} : { contents: touched.map(journalledHash).join(' ') }),
    ...(reason ? { reason } : {}),
    ...(request.until ? { until: request.until } : {}),
  };
  const stored = await session.commit({ ...redo, journal: [{ act, details }] });
  if (stored.ok) session.history.push({ act, count: ids.length, undo, redo });
  return stored;
}

/** What was looked at, for the journal: rows are held against it at the next start. */
function journalledHash({ contentHash }: Update): string {
  return contentHash.slice(0, journalledHashLength);
}

function authorize(
  session: Session,
  update: Update,
  verdict: Verdict,
  reason: string,
  until: string | null,
): Authorization {
  return {
    update: update.id,
    verdict,
    reason,
    contentHash: update.contentHash,
    at: session.clock(),
    by: session.data.settings.operator,
    until: verdict === 'deferred' ? until : null,
  };
}

/** Updates whose authorization is void: what was decided is not what the catalog says now (CAT11, APR01). */
export function voidedUpdates(
  authorizations: readonly Authorization[],
  updates: readonly Update[],
): readonly string[] {
  const hashes = new Map(updates.map((update) => [update.id, update.contentHash]));
  return authorizations
    .filter(({ update, contentHash }) => hashes.has(update) && hashes.get(update) !== contentHash)
    .map((authorization) => authorization.update);
}
