import { csvMachines, tableMachines } from './cell-forms.ts';
import type { Machines } from './cell-forms.ts';
import { versionIndexes } from './layout.ts';
import { listSections } from './list-form.ts';

/**
 * The machines described in a systeminfo output of any form. Several version lines in the list form
 * are several outputs behind one another: each is given the sections up to the next one's.
 */
export function systeminfoMachines(lines: readonly string[]): Machines {
  const cells = [...csvMachines(lines), ...tableMachines(lines)];
  if (cells.length > 0) return cells;
  const sections = listSections(lines);
  const versions = versionIndexes(sections);
  if (versions.length <= 1) return versions.length === 0 ? [] : [sections];
  // Host and OS name stand in the two lines above each version line.
  const starts = versions.map((index) => Math.max(0, index - 2));
  return starts.map((start, at) => sections.slice(at === 0 ? 0 : start, starts[at + 1]));
}
