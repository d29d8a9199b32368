import type { InventoryRecord } from '../../domain/index.ts';
import { isRefusedName } from '../text/index.ts';
import { escapeUnstorable } from './decode/index.ts';

/** Characters kept of a name and of a value. */
const maxName = 120;
const maxValue = 2000;

/** A record as it was collected; of two columns of one name the second gets a number. */
export function recordOf(
  group: string,
  cells: readonly (readonly [name: string, value: string])[],
  line: number | null,
): InventoryRecord {
  const values: Record<string, string> = {};
  for (const [written, value] of cells) {
    const name = escapeUnstorable(written.trim().slice(0, maxName));
    if (name === '' || isRefusedName(name)) continue;
    let free = name;
    for (let at = 2; Object.hasOwn(values, free); at += 1) free = `${name} (${String(at)})`;
    values[free] = escapeUnstorable(value.trim().slice(0, maxValue));
  }
  return { group: escapeUnstorable(group.trim().slice(0, maxName)), values, line };
}
