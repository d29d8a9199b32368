import type { InventoryRecord } from '../../../domain/index.ts';
import { formatError } from '../../format-error.ts';
import { recordOf } from '../record.ts';

interface Attribute {
  name: string;
  value: string;
}

interface Block {
  readonly kind: string;
  readonly line: number;
  readonly settings: Map<string, string>;
  readonly attributes: Attribute[];
  readonly rows: { readonly cells: readonly string[]; readonly line: number }[];
}

/** Blocks inside each other: component, group, attribute; more is no management file. */
const maxDepth = 20;

/**
 * Groups of a management information file as records: `Start Group` with its attributes, and rows of
 * `Start Table` by the attributes of the group with the same class. `//` begins a comment. Throws
 * `FormatError` `cut-off` where a block does not end, `not-well-formed` for an end without a start.
 */
export function componentRecords(lines: readonly string[], file: string): readonly InventoryRecord[] {
  const records: InventoryRecord[] = [];
  const names = new Map<string, { readonly group: string; readonly columns: readonly string[] }>();
  const open: Block[] = [];
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === '' || text.startsWith('//')) return;
    const [, verb, kind = ''] = /^(start|end)\s+(\w+)\s*$/i.exec(text) ?? [];
    if (verb?.toLowerCase() === 'start') {
      if (open.length >= maxDepth) throw formatError('too-deep', file, place(index), { maximum: maxDepth });
      open.push({ kind: kind.toLowerCase(), line: index + 1, settings: new Map(), attributes: [], rows: [] });
      return;
    }
    const block = open.at(-1);
    if (verb) {
      if (block?.kind !== kind.toLowerCase()) {
        throw formatError('not-well-formed', file, place(index), { expected: `Start ${kind}`.slice(0, 40) });
      }
      open.pop();
      ended(block, open.at(-1));
      return;
    }
    if (block?.kind === 'table' && text.startsWith('{')) {
      block.rows.push({ cells: cellsOf(text), line: index + 1 });
      return;
    }
    const [, name = '', value = ''] = /^(\w+)\s*=\s*(.*)$/.exec(text) ?? [];
    if (name !== '') block?.settings.set(name.toLowerCase(), unquoted(value));
  });
  const unfinished = open.at(-1);
  if (unfinished) {
    const details = { expected: `End ${unfinished.kind}`.slice(0, 40) };
    throw formatError('cut-off', file, place(unfinished.line - 1), details);
  }
  return records;

  function ended(block: Block, parent: Block | undefined): void {
    const setting = (name: string) => block.settings.get(name) ?? '';
    if (block.kind === 'attribute') {
      parent?.attributes.push({ name: setting('name'), value: setting('value') });
    } else if (block.kind === 'group') {
      const group = setting('name') || setting('class');
      names.set(setting('class').toLowerCase(), { group, columns: block.attributes.map(({ name }) => name) });
      const cells = block.attributes.map(({ name, value }) => [name, value] as const);
      if (cells.some(([, value]) => value !== '')) records.push(recordOf(group, cells, block.line));
    } else if (block.kind === 'table') {
      const known = names.get(setting('class').toLowerCase());
      for (const { cells, line } of block.rows) {
        const pairs = cells.map(
          (cell, at) => [known?.columns[at] ?? `Column ${String(at + 1)}`, cell] as const,
        );
        records.push(recordOf(known?.group ?? (setting('name') || setting('class')), pairs, line));
      }
    }
  }
}

function place(index: number): string {
  return `line ${String(index + 1)}`;
}

function unquoted(written: string): string {
  const text = written.trim();
  return text.startsWith('"') ? text.slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined) : text;
}

/** `{"a",2,"b, c"}`. */
function cellsOf(row: string): readonly string[] {
  const inner = row.replace(/^\{/, '').replace(/\}\s*$/, '');
  return (inner.match(/"[^"]*"|[^",]+/g) ?? [])
    .map((cell) => unquoted(cell))
    .filter((cell) => cell.trim() !== '');
}
