import { monthOf, nameOfId, supersededIds } from '../domain/index.ts';
import type { Authorization, Machine, StateRow, Update } from '../domain/index.ts';
import type { BundlePlan, BundlePlanItem, BundlePlanRequest, PlanRemark } from './engine.ts';
import { installationOrder } from './installation-order.ts';
import { supersedence, type Supersedence } from './supersedence.ts';

/** Rows of one update for all machines. */
export type RowsOf = (update: string) => readonly StateRow[] | Promise<readonly StateRow[]>;

export interface PlanInput {
  readonly request: BundlePlanRequest;
  readonly updates: readonly Update[];
  readonly machines: readonly Machine[];
  readonly authorizations: readonly Authorization[];
  readonly rows: RowsOf;
}

type LeftOut = BundlePlan['leftOut'][number];

/**
 * What a bundle for the chosen machines has to carry:
 *
 * 1. updates that are authorized, in a catalog in use, and whose content is still the one authorized;
 * 2. of these, on each machine, the ones whose state is Required, with a grade of the request;
 * 3. on each machine without those that another one of the same machine supersedes. An update thus
 *    stays in the plan for the machines that do not need its successor (msrc-cvrf, section 4, step 7);
 * 4. on each machine without those of the other track (Security Only or Monthly Rollup) where one of the
 *    site's own track of the same or a later month is there (section 4, step 5).
 *
 * Everything authorized that is not in the plan is in `leftOut`, with its reason.
 */
export async function planBundle(input: PlanInput): Promise<BundlePlan> {
  const updates = new Map(input.updates.map((update) => [update.id, update]));
  const machines = chosenMachines(input);
  const leftOut: LeftOut[] = [];
  const required = new Map<string, Map<string, StateRow>>();

  for (const authorization of sortedById(input.authorizations)) {
    if (authorization.verdict !== 'authorized') continue;
    const id = authorization.update;
    if (!updates.has(id)) {
      leftOut.push({ update: id, reason: 'gone', by: null });
      continue;
    }
    if (updates.get(id)?.contentHash !== authorization.contentHash) {
      leftOut.push({ update: id, reason: 'void', by: null });
      continue;
    }
    const rows = (await input.rows(id)).filter(
      (row) => row.state === 'Required' && machines.has(row.machine),
    );
    const graded = rows.filter((row) => gradeFits(input.request, row));
    if (graded.length > 0) required.set(id, new Map(graded.map((row) => [row.machine, row])));
    else leftOut.push({ update: id, reason: rows.length > 0 ? 'grade' : 'not-required', by: null });
  }

  const order = supersedence(input.updates);
  const kept = new Map<string, readonly StateRow[]>();
  for (const [id, rows] of required) {
    const reasons = [...rows.values()].map((row) => ({
      row,
      dropped: droppedOn(row, required, order, updates),
    }));
    const staying = reasons.filter(({ dropped }) => dropped === null);
    const [first] = reasons;
    if (staying.length > 0)
      kept.set(
        id,
        staying.map(({ row }) => row),
      );
    else if (first?.dropped) leftOut.push({ update: id, ...first.dropped });
  }

  const planned = [...kept.keys()].flatMap((id) => updates.get(id) ?? []);
  const items = installationOrder(planned, order).map((update, index) =>
    planItem(update, index + 1, kept.get(update.id) ?? []),
  );
  return {
    items,
    leftOut: leftOut.sort((a, b) => compare(a.update, b.update)),
    machines: [...machines].sort(),
  };
}

function chosenMachines(input: PlanInput): ReadonlySet<string> {
  const chosen = new Set(input.request.machines);
  const ids = input.machines.map((machine) => machine.id);
  return new Set(chosen.size === 0 ? ids : ids.filter((id) => chosen.has(id)));
}

function gradeFits(request: BundlePlanRequest, row: StateRow): boolean {
  return request.grades.length === 0 || (row.grade !== null && request.grades.includes(row.grade));
}

type Required = ReadonlyMap<string, ReadonlyMap<string, StateRow>>;

/** Why an update is needless on the row's machine, with the one that makes it so; null if it is not. */
function droppedOn(
  row: StateRow,
  required: Required,
  order: Supersedence,
  updates: ReadonlyMap<string, Update>,
): Pick<LeftOut, 'reason' | 'by'> | null {
  const successor = successorOn(row, required, order);
  if (successor !== null) return { reason: 'superseded', by: successor };
  const ownTrack = row.marks.includes('alternative-track') ? ownTrackOn(row, required, updates) : null;
  return ownTrack === null ? null : { reason: 'alternative-track', by: ownTrack };
}

/** The newest update that supersedes this one on the row's machine, or null. */
function successorOn(row: StateRow, required: Required, order: Supersedence): string | null {
  let newest: string | null = null;
  for (const [other, rows] of required) {
    const otherRow = rows.get(row.machine);
    if (other === row.update || !otherRow) continue;
    // The scan's own word counts first: it ranks by build where the documents name no edge, or a wrong one.
    const replaced =
      row.supersededBy === other ||
      (otherRow.supersededBy !== row.update && order.replaces(other, row.update));
    if (!replaced) continue;
    if (newest === null || order.replaces(other, newest)) newest = other;
  }
  return newest;
}

/** An update of the site's own track for the same product, of the same or a later month, or null. */
function ownTrackOn(row: StateRow, required: Required, updates: ReadonlyMap<string, Update>): string | null {
  const own = updates.get(row.update);
  for (const [other, rows] of required) {
    const otherRow = rows.get(row.machine);
    const update = updates.get(other);
    if (!own || !update || !otherRow || !isTracked(update)) continue;
    if (otherRow.marks.includes('alternative-track')) continue;
    const shared = update.products.some((product) => own.products.some(({ id }) => id === product.id));
    if (shared && newestMonth(update) >= newestMonth(own)) return other;
  }
  return null;
}

function isTracked(update: Update): boolean {
  return update.subTypes.some((type) => /^(?:monthly rollup|security only)$/i.test(type.trim()));
}

function newestMonth(update: Update): number {
  return monthOf(update.documents.at(-1) ?? '') ?? 0;
}

function planItem(update: Update, order: number, rows: readonly StateRow[]): BundlePlanItem {
  return {
    update: update.id,
    kb: update.kb ?? '',
    title: update.title,
    order,
    products: productsOf(update, rows),
    machines: rows.map(({ machine }) => machine).sort(),
    remarks: remarksOf(rows),
    restart: update.restart,
    url: update.url,
    supersedes: supersededIds(update).map(nameOfId),
    ...(update.install === undefined ? {} : { files: update.install.files }),
  };
}

/** Products of the machines; a KB of one month covers many more, which nobody here needs. */
function productsOf(update: Update, rows: readonly StateRow[]): readonly string[] {
  const all = update.products.map((product) => product.name);
  return [...new Set(rows.flatMap(({ products }) => products ?? all))].sort();
}

const remarked: readonly PlanRemark['mark'][] = ['needs-esu-licence', 'ltsc-edition-only'];

function remarksOf(rows: readonly StateRow[]): readonly PlanRemark[] {
  return remarked
    .map((mark) => ({ mark, machines: rows.filter(({ marks }) => marks.includes(mark)).length }))
    .filter(({ machines }) => machines > 0);
}

function sortedById(authorizations: readonly Authorization[]): readonly Authorization[] {
  return [...authorizations].sort((a, b) => compare(a.update, b.update));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
