import { machinesPerBlock } from '../../domain/index.ts';
import type { Machine } from '../../domain/index.ts';

/** Machines of a block by slot (empty: free), and whether its facts must be read again. */
export interface PlannedBlock {
  readonly machines: readonly string[];
  readonly changed: boolean;
}

/** Machines of one operating system side by side: whole product segments then fail their guard in a block. */
export function inBlockOrder(machines: readonly Machine[]): readonly Machine[] {
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
  const ordered = inBlockOrder(machines);
  const present = new Set(ordered.map(({ id }) => id));
  const placed = new Set<string>();
  const planned = previous.map(({ machines: before }) => {
    const after = before.map((id) => (present.has(id) ? id : ''));
    for (const id of after) placed.add(id);
    return { machines: after, changed: after.some((id, slot) => id !== before[slot] || changed.has(id)) };
  });
  const fresh = ordered.map(({ id }) => id).filter((id) => !placed.has(id));
  let next = 0;
  for (const block of planned) {
    for (let slot = 0; slot < machinesPerBlock && next < fresh.length; slot++) {
      if ((block.machines[slot] ?? '') !== '') continue;
      block.machines[slot] = fresh[next++] as string;
      block.changed = true;
    }
  }
  for (; next < fresh.length; next += machinesPerBlock) {
    planned.push({ machines: fresh.slice(next, next + machinesPerBlock), changed: true });
  }
  return planned.filter((block) => block.machines.some((id) => id !== ''));
}
