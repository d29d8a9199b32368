import type { Authorization, Machine, StateRow, Update } from '../domain/index.ts';
import type { BundlePlan, BundlePlanItem, BundlePlanRequest } from './engine.ts';
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
 * 1. updates that are authorized, and whose content is still the one that was authorized;
 * 2. of these, on each machine, the ones whose state is Required, with a grade of the request;
 * 3. on each machine without those that another one of the same machine supersedes. An update thus
 *    stays in the plan for the machines that do not need its successor (msrc-cvrf, section 4, step 7).
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
  const kept = new Map<string, string[]>();
  for (const [id, rows] of required) {
    const successor = (row: StateRow): string | null => successorOn(row, required, order);
    const staying = [...rows.values()].filter((row) => successor(row) === null);
    if (staying.length > 0) {
      kept.set(id, staying.map((row) => row.machine).sort());
    } else {
      const [first] = rows.values();
      leftOut.push({ update: id, reason: 'superseded', by: first ? successor(first) : null });
    }
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

/** The newest update that makes this one needless on the row's machine, or null. */
function successorOn(
  row: StateRow,
  required: ReadonlyMap<string, ReadonlyMap<string, StateRow>>,
  order: Supersedence,
): string | null {
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

function planItem(update: Update, order: number, machines: readonly string[]): BundlePlanItem {
  return {
    update: update.id,
    kb: update.kb ?? '',
    title: update.title,
    order,
    products: [...new Set(update.products.map((product) => product.name))].sort(),
    machines,
    restart: update.restart,
    url: update.url,
    supersedes: update.supersedes.map((kb) => `KB${kb}`),
  };
}

function sortedById(authorizations: readonly Authorization[]): readonly Authorization[] {
  return [...authorizations].sort((a, b) => compare(a.update, b.update));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
