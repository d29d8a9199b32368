import type { EditionDifference } from '../tasks/engine.ts';
import { printable } from './terminal.ts';
import { counted } from './counted.ts';

interface Side {
  readonly edition: string;
  readonly file: string;
  readonly sha256: string;
  readonly updates: number;
}

const kinds = [
  ['added', 'New'],
  ['revised', 'Revised'],
  ['described', 'Of the revised, with another description only'],
  ['gone', 'Gone'],
  ['expired', 'Withdrawn by the vendor'],
  ['superseded', 'Now superseded'],
] as const;

/** The difference of two editions as text: counts first, then the updates of each kind, one a line. */
export function diffText(difference: EditionDifference, older: Side, newer: Side): string {
  const { lowered, doubt } = difference;
  const lines = [
    ...[['from', older] as const, ['to  ', newer] as const].map(
      ([word, { edition, file, sha256, updates }]) =>
        `${word} ${edition}  ${file}  sha256 ${sha256}  ${counted(updates, 'update', 'updates')}`,
    ),
    ...(doubt === null
      ? []
      : [
          `warning: ${counted(doubt.before, 'update', 'updates')} before, ${doubt.after} now: the newer file may be cut. Bring it again before you rely on it.`,
        ]),
    ...kinds.flatMap(([kind, title]) => listed(title, difference[kind])),
    ...listed(
      'Of lower severity',
      lowered.map(({ update, before, after }) => `${update}  ${before} -> ${after}`),
    ),
  ];
  const same = kinds.every(([kind]) => difference[kind].length === 0) && lowered.length === 0;
  return [...lines, ...(same ? ['No difference.'] : [])].map((line) => `${printable(line)}\n`).join('');
}

function listed(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : ['', `${title}: ${names.length}`, ...names.map((name) => `  ${name}`)];
}
