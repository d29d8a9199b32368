import { countPairs, isoDate, ok, problemOfDraft, reject } from '../domain/index.ts';
import type { Declaration, DeclarationDraft, PatchState, Result } from '../domain/index.ts';
import type { ScanRecords } from '../scan/index.ts';
import { applyChange } from '../store/index.ts';
import type { Change } from '../store/index.ts';
import { currentStates } from './model.ts';
import type { Job } from './ports.ts';
import { previousScan, scanModel, withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

export interface DeclarePorts extends ScanPorts {
  /** A lower-case GUID. */
  readonly newId: () => string;
}

/** Unknown states that a declaration would settle, by what they become, and how many stay. */
export interface DeclarationPreview {
  readonly settled: number;
  readonly becoming: Readonly<Record<Exclude<PatchState, 'Unknown'>, number>>;
  /** States that are not Unknown now and would be, because declarations contradict each other. */
  readonly unsettled: number;
  readonly machines: number;
}

/**
 * Keeps what a person declares, with the states that follow. A declaration that is replaced gives its place
 * to the new one in the same transaction.
 *
 * @returns `declaration-refused` with the problem in its details
 */
export async function declareProducts(
  session: Session,
  ports: DeclarePorts,
  draft: DeclarationDraft,
  replaces: string | null,
  job: Job,
): Promise<Result<null>> {
  const made = declarationOf(session, draft, ports.newId());
  if (!made.ok) return made;
  const before = session.data.declarations.find(({ id }) => id === replaces);
  const redo = {
    putDeclarations: [made.value],
    ...(before && { deleteDeclarations: [before.id] }),
  };
  const undo = {
    deleteDeclarations: [made.value.id],
    ...(before && { putDeclarations: [before] }),
  };
  const entry = { act: 'product-declared', details: detailsOf(made.value) } as const;
  const stored = await commit(session, ports, { ...redo, journal: [entry] }, job);
  if (stored.ok) session.history.push({ act: entry.act, count: 1, undo, redo });
  return stored;
}

/** Takes declarations back for good; what the journal says of them stays. */
export async function revokeDeclaration(
  session: Session,
  ports: ScanPorts,
  id: string,
  job: Job,
): Promise<Result<null>> {
  const before = session.data.declarations.find((declaration) => declaration.id === id);
  if (!before) return ok(null);
  const redo = { deleteDeclarations: [id] };
  const undo = { putDeclarations: [before] };
  const entry = { act: 'declaration-revoked', details: detailsOf(before) } as const;
  const stored = await commit(session, ports, { ...redo, journal: [entry] }, job);
  if (stored.ok) session.history.push({ act: entry.act, count: 1, undo, redo });
  return stored;
}

/** Marks declarations whose last day is over, with the states that follow. @returns whether there were some */
export async function expireDeclarations(
  session: Session,
  ports: ScanPorts,
  job: Job,
): Promise<Result<boolean>> {
  const today = isoDate(session.clock());
  const over = session.data.declarations.filter(({ expired, until }) => !expired && until < today);
  if (over.length === 0) return ok(false);
  const journal = over.map((each) => ({ act: 'declaration-expired' as const, details: detailsOf(each) }));
  const putDeclarations = over.map((declaration) => ({ ...declaration, expired: true }));
  const stored = await commit(session, ports, { putDeclarations, journal }, job);
  return stored.ok ? ok(true) : stored;
}

/** What the draft would change, by deciding the machines it is about; nothing is kept. */
export async function previewDeclaration(
  session: Session,
  ports: ScanPorts,
  draft: DeclarationDraft,
  replaces: string | null,
  job: Job,
): Promise<Result<DeclarationPreview>> {
  const made = declarationOf(session, draft, '');
  if (!made.ok) return made;
  const before = await ports.derive(session.data);
  const states = currentStates(session.data, before);
  const change = {
    putDeclarations: [made.value],
    ...(replaces !== null && { deleteDeclarations: [replaces] }),
    journal: [],
  };
  const after = await ports.derive(applyChange(session.data, change));
  const previous = previousScan(session.data, before, after);
  const machines = previous?.changed.size ?? 0;
  const records = readOnly(session.store.records);
  const then = states && (await scanModel(after, ports.engine, session.clock, job, { previous, records }));
  // The next question is about what is stored: parts that belong to it are at hand again.
  await ports.derive(session.data);
  const [old, fresh] = [states, then].map((scan) => (scan ? countPairs(scan.planes) : null));
  const more = (state: PatchState) => Math.max(0, (fresh?.[state] ?? 0) - (old?.[state] ?? 0));
  const becoming = {
    Required: more('Required'),
    Installed: more('Installed'),
    NotRequired: more('NotRequired'),
  };
  const settled = becoming.Required + becoming.Installed + becoming.NotRequired;
  return ok({ settled, becoming, unsettled: more('Unknown'), machines });
}

/** What earlier scans left, for one that leaves nothing. */
function readOnly(records: ScanRecords): ScanRecords {
  return {
    program: (key) => records.program(key),
    facts: (block) => records.facts(block),
    keepProgram: async () => undefined,
    keepFacts: async () => undefined,
  };
}

function declarationOf(session: Session, draft: DeclarationDraft, id: string): Result<Declaration> {
  const at = session.clock();
  const by = session.data.settings.operator.trim();
  const problem = (by === '' && id !== '' ? 'name-missing' : null) ?? problemOfDraft(draft, isoDate(at));
  if (problem !== null) return reject('declaration-refused', '', '', { problem });
  const products = [...new Set(draft.products.map((name) => name.trim().replace(/\s+/g, ' ')))].sort();
  const { family, says, version, machines, until } = draft;
  const reason = draft.reason.trim();
  return ok({ id, products, family, says, version, machines, reason, until, by, at, expired: false });
}

async function commit(session: Session, ports: ScanPorts, change: Change, job: Job): Promise<Result<null>> {
  return session.commit(await withStates(session, ports, change, job), job.signal);
}

function detailsOf({ id, products, family, says, version, machines, reason, until }: Declaration) {
  return {
    declaration: id,
    products: family ?? products.join('; '),
    says,
    ...(version !== null && { version }),
    machines: machines.kind,
    ...(machines.kind === 'chosen' && { names: machines.ids.join(' ') }),
    reason,
    until,
  };
}
