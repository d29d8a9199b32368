import { machinesPerBlock } from '../../domain/index.ts';
import type { Machine } from '../../domain/index.ts';

/** Where machines will lie, and what of it the scan before does not know. */
export interface PlannedBlock {
  /** Ids by slot; empty: free. */
  readonly machines: readonly string[];
  /** Place among the blocks of the scan before; null for a further one. */
  readonly before: number | null;
  /** Slots whose machine is another one, or whose machine has other facts. */
  readonly touched: readonly number[];
  readonly changed: boolean;
}

/** Machines of one operating system side by side: whole product segments then fail their guard in a block. */
function inBlockOrder(machines: readonly Machine[]): readonly Machine[] {
  const keyed = machines.map((machine) => ({ machine, key: systemKey(machine) }));
  keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.machine.id, b.machine.id));
  return keyed.map(({ machine }) => machine);
}

function systemKey({ os }: Machine): string {
  return [os.version, os.role, os.architecture, os.installation]
    .map((fact) => (fact.state === 'known' ? String(fact.value) : ''))
    .join(' ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Where each machine lies. Machines keep their slot as long as they are there, removed ones leave it free,
 * new ones take free slots, then further blocks: so only blocks with a changed machine are scanned again.
 *
 * @param previous blocks of the last scan of the same catalog; none for a first one
 * @param changed ids whose facts are not those of that scan
 */
export function planBlocks(
  previous: readonly { readonly machines: readonly string[] }[],
  machines: readonly Machine[],
  changed: ReadonlySet<string>,
): readonly PlannedBlock[] {
  const present = new Set(machines.map(({ id }) => id));
  const placed = new Set<string>();
  const planned = previous.map(({ machines: earlier }, before) => {
    const after = earlier.map((id) => (present.has(id) ? id : ''));
    for (const id of after) placed.add(id);
    return { machines: after, before, earlier };
  });
  const fresh = inBlockOrder(machines.filter(({ id }) => !placed.has(id))).map(({ id }) => id);
  let next = 0;
  for (const { machines: slots } of planned) {
    for (let slot = 0; slot < machinesPerBlock && next < fresh.length; slot++) {
      if ((slots[slot] ?? '') === '') slots[slot] = fresh[next++] as string;
    }
  }
  const further: PlannedBlock[] = [];
  for (; next < fresh.length; next += machinesPerBlock) {
    const slots = fresh.slice(next, next + machinesPerBlock);
    further.push({ machines: slots, before: null, touched: slots.map((_id, slot) => slot), changed: true });
  }
  const known = planned.map(({ machines: slots, before, earlier }): PlannedBlock => {
    const touched = slots.flatMap((id, slot) => (id !== earlier[slot] || changed.has(id) ? [slot] : []));
    return { machines: slots, before, touched, changed: touched.length > 0 };
  });
  return [...known, ...further].filter((block) => block.machines.some((id) => id !== ''));
}
