import type { Authorization, JournalAct, JournalEntry, Verdict } from '../domain/index.ts';

/** Length of the beginning of a content hash that the journal keeps for each update. */
export const journalledHashLength = 16;

/** What the journal says of one update; `content` is null in entries that do not keep it. */
interface Recorded {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly until: string | null;
  readonly by: string;
  readonly content: string | null;
}

type State = Map<string, Recorded>;

/** An act that can be taken back: what it changed, by update; empty for acts on something else. */
interface FoldedStep {
  readonly act: JournalAct;
  readonly before: ReadonlyMap<string, Recorded | undefined>;
  readonly after: ReadonlyMap<string, Recorded | undefined>;
}

/** Other acts that can be taken back; they touch no authorization, but take a place in the order. */
const otherSteps: readonly JournalAct[] = ['machine-removed', 'machines-linked', 'waiting-dropped'];

/**
 * Updates whose authorization is not what the journal says: changed, added or removed past this
 * program. The journal itself is checked by its chain; this checks the rows against it.
 */
export function alteredAuthorizations(
  entries: readonly JournalEntry[],
  authorizations: readonly Authorization[],
): readonly string[] {
  const recorded = fold(entries);
  const altered = authorizations
    .filter((row) => !agrees(row, recorded.get(row.update)))
    .map((row) => row.update);
  const present = new Set(authorizations.map((row) => row.update));
  const removed = [...recorded.keys()].filter((update) => !present.has(update));
  return [...altered, ...removed].sort();
}

function agrees(row: Authorization, recorded: Recorded | undefined): boolean {
  if (!recorded) return false;
  const { verdict, reason, until, by, content } = recorded;
  return (
    row.verdict === verdict &&
    row.reason === reason &&
    row.until === until &&
    row.by === by &&
    (content === null || row.contentHash.startsWith(content))
  );
}

/** Plays the journal: what was decided, withdrawn, taken back and done again. */
function fold(entries: readonly JournalEntry[]): State {
  const state: State = new Map();
  let done: FoldedStep[] = [];
  let undone: FoldedStep[] = [];
  const put = (values: FoldedStep['before']): void => {
    for (const [update, value] of values) {
      if (value) state.set(update, value);
      else state.delete(update);
    }
  };
  for (const entry of entries) {
    const { act } = entry;
    if (act === 'undone' || act === 'redone') {
      const [from, to] = act === 'undone' ? [done, undone] : [undone, done];
      const step = from.pop();
      if (!step) continue;
      to.push(step);
      put(act === 'undone' ? step.before : step.after);
    } else if (act === 'workspace-restored') {
      [done, undone] = [[], []];
    } else if (isStep(entry)) {
      const after = decidedBy(entry);
      const before = new Map([...after.keys()].map((update) => [update, state.get(update)]));
      done.push({ act, before, after });
      undone = [];
      put(after);
    }
  }
  return state;
}

/** A revision that came as a table (it has a file) cannot be taken back. */
function isStep({ act, file }: JournalEntry): boolean {
  return isDecision(act) || otherSteps.includes(act) || (act === 'ubr-set' && file === '');
}

function isDecision(act: JournalAct): act is Verdict | 'withdrawn' {
  return act === 'authorized' || act === 'declined' || act === 'deferred' || act === 'withdrawn';
}

/** What a decision leaves for each of its updates; nothing for other acts. */
function decidedBy({ act, by, details }: JournalEntry): ReadonlyMap<string, Recorded | undefined> {
  if (!isDecision(act)) return new Map();
  const ids = String(details['ids'] ?? '').split(' ');
  if (act === 'withdrawn') return new Map(ids.map((id) => [id, undefined]));
  const contents = details['contents'] === undefined ? [] : String(details['contents']).split(' ');
  const until = details['until'] === undefined || act !== 'deferred' ? null : String(details['until']);
  const common = { verdict: act, reason: String(details['reason'] ?? ''), until, by };
  return new Map(ids.map((id, at) => [id, { ...common, content: contents[at] ?? null }]));
}
