import { format as f } from './format.ts';

/** The fleet map: machines by updates, one cell a state. */
export const map = {
  title: 'Fleet map',
  purpose: 'Every machine against every update. Each cell opens its proof.',
  empty: 'There is no scan yet: catalogs and inventories make the map.',
  picture: 'States of the fleet',
  label: (machines: number, updates: number) =>
    `Fleet map, ${f.count(machines, 'machine', 'machines')} from top to bottom, ${f.count(updates, 'update', 'updates')} from left to right`,
  keys: 'Arrow keys move, with Shift ten times as far; plus and minus zoom, 0 shows all, Enter opens the proof.',
  machinesBy: 'Machines by',
  machineSort: { os: 'operating system', name: 'name', required: 'most required' },
  updatesBy: 'Updates by',
  updateSort: { severity: 'severity', date: 'date', product: 'product', required: 'most required' },
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  all: 'Show all',
  move: { left: 'Move left', right: 'Move right', up: 'Move up', down: 'Move down' },
  allMachines: 'All machines',
  allUpdates: 'All updates',
  legend: 'Legend',
  pattern: { Required: 'solid', Unknown: 'hatched', Installed: 'dotted', NotRequired: 'faint' },
  density:
    'A point that stands for several cells shows the worst state among them; the fuller the colour, the more of them have it.',
  exact: 'Each point is exact.',
  sampled: (percent: string) => `First picture from samples; ${percent} of it is exact.`,
  point: 'Point on the map',
  nothing: 'Point at the map, or move with the arrow keys.',
  cell: (machine: string, update: string) => `${machine}, ${update}`,
  block: (machines: number, updates: number) =>
    `${f.count(machines, 'machine', 'machines')} by ${f.count(updates, 'update', 'updates')} in this point`,
  groups: { machines: 'Machines', updates: 'Updates' },
  count: 'Number',
  counting: 'Counting',
  openProof: 'Open the proof',
};
