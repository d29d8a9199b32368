/** What all engines share: the order of machines, and giving way to others between blocks. */
import type { CompiledCatalog, Machine, StateMatrix } from '../domain/index.ts';

/** Machines by id (code units): the result does not depend on the order of import. */
export function inOrder(machines: readonly Machine[]): readonly Machine[] {
  return [...machines].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export function emptyMatrix(catalog: CompiledCatalog, machines: readonly Machine[]): StateMatrix {
  return {
    catalogKey: catalog.key,
    updates: catalog.updates.map((rules) => rules.update),
    machines: machines.map((machine) => machine.id),
    codes: new Uint8Array(catalog.updates.length * machines.length),
  };
}

/** Machines between two reports of progress, and a block of the kernel. */
export const blockSize = 128;

/**
 * Runs `block(start, end)` over `count` machines; between blocks others get their turn and the signal
 * is looked at.
 *
 * @throws the signal's reason (an AbortError) when it is aborted
 */
export async function inBlocks(
  count: number,
  block: (start: number, end: number) => void,
  onMachines?: (done: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  for (let start = 0; start < count; start += blockSize) {
    const end = Math.min(start + blockSize, count);
    block(start, end);
    onMachines?.(end);
    if (end < count) await new Promise<void>((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
  }
}
