import type { InventoryRecord } from '../../../domain/index.ts';
import { formatError } from '../../format-error.ts';
import { recordOf } from '../record.ts';

const start = /^\s*instance\s+of\s+(\w{1,100})/i;

export function isMof(text: string): boolean {
  return /^\s*(?:(?:\/\/[^\n]*|#pragma[^\n]*)\s*)*instance\s+of\s+Win32_PatchState/i.test(text);
}

/**
 * Instances of a MOF text: `instance of Win32_PatchState { ID = "…"; Severity = 2; };`, a property a line
 * as Windows writes it. Comments and pragmas are passed over. Throws `FormatError` `cut-off` where the
 * last instance does not end.
 */
export function mofRecords(lines: readonly string[], file: string): readonly InventoryRecord[] {
  const records: InventoryRecord[] = [];
  let open: { readonly group: string; readonly line: number; readonly cells: [string, string][] } | null =
    null;
  lines.forEach((line, index) => {
    const group = start.exec(line)?.[1];
    if (group !== undefined) {
      if (open) throw formatError('cut-off', file, `line ${String(open.line)}`, { expected: '};' });
      open = { group, line: index + 1, cells: [] };
    }
    if (!open) return;
    for (const [, name = '', written = ''] of line.matchAll(property))
      open.cells.push([name, plain(written)]);
    if (/\}\s*;\s*$/.test(line)) {
      records.push(recordOf(open.group, open.cells, open.line));
      open = null;
    }
  });
  const unfinished = open as { readonly line: number } | null;
  if (unfinished) throw formatError('cut-off', file, `line ${String(unfinished.line)}`, { expected: '};' });
  return records;
}

/** Name, and a text in quotes, a list in braces, or a bare word up to the semicolon. */
const property = /(\w{1,100})\s*=\s*("(?:[^"\\]|\\.)*"|\{[^{}]*\}|[^";{}]*)\s*;/g;

function plain(written: string): string {
  const text = written.trim();
  if (text.startsWith('{')) {
    const items = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^",\s][^",]*/g) ?? [];
    return items.map(plain).join(', ');
  }
  if (!text.startsWith('"')) return /^null$/i.test(text) ? '' : text;
  const breaks: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  return text.slice(1, -1).replace(/\\(.)/gs, (_, letter: string) => breaks[letter] ?? letter);
}
