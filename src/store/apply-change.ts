import { readingKey } from '../domain/index.ts';
import type { Change, WorkspaceData } from './store.ts';

/** `list` without the items named in `gone`, then `put` in place of items of the same key; sorted by key. */
function merged<T>(
  list: readonly T[],
  put: readonly T[] | undefined,
  gone: readonly string[] | undefined,
  keyOf: (item: T) => string,
): readonly T[] {
  if (!put?.length && !gone?.length) return list;
  const byKey = new Map(list.map((item) => [keyOf(item), item]));
  for (const key of gone ?? []) byKey.delete(key);
  for (const item of put ?? []) byKey.set(keyOf(item), item);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function changedUbr(ubr: WorkspaceData['ubr'], change: Change['ubr']): WorkspaceData['ubr'] {
  if (!change || !Object.keys(change).length) return ubr;
  const byMachine = new Map(Object.entries(ubr));
  for (const [machine, value] of Object.entries(change)) {
    if (value === null) byMachine.delete(machine);
    else byMachine.set(machine, value);
  }
  return Object.fromEntries([...byMachine].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What is stored after a change: the meaning of `Store.apply` without the storage. The in-memory store
 * is this function; the writer over IndexedDB must agree with it, and use cases keep their copy
 * current with it instead of reading everything again. Parts that a change does not touch keep their
 * identity, so that what is derived from them need not be derived again.
 */
export function applyChange(data: WorkspaceData, change: Change): WorkspaceData {
  const journalLength = data.journalLength + change.journal.length;
  return {
    editions: merged(data.editions, change.putEditions, change.deleteEditions, (edition) => edition.key),
    readings: merged(data.readings, change.putReadings, change.deleteReadings, readingKey),
    ubr: changedUbr(data.ubr, change.ubr),
    authorizations: merged(
      data.authorizations,
      change.authorizations,
      change.deleteAuthorizations,
      (authorization) => authorization.update,
    ),
    states: change.states === undefined ? data.states : change.states,
    settings: change.settings ?? data.settings,
    ignored: merged(data.ignored, change.ignored, undefined, (ignored) => ignored.sha256),
    trustedRoots: merged(data.trustedRoots, change.putRoots, change.deleteRoots, (root) => root.sha256),
    declarations: merged(
      data.declarations,
      change.putDeclarations,
      change.deleteDeclarations,
      ({ id }) => id,
    ),
    waiting: merged(data.waiting, change.putWaiting, change.deleteWaiting, ({ key }) => key),
    practice: change.practice ?? data.practice,
    lastExportAt: change.lastExportAt ?? data.lastExportAt,
    journalLength,
    exportedAtLength: change.lastExportAt === undefined ? data.exportedAtLength : journalLength,
  };
}
