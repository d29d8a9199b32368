import type { FileData } from '../../../domain/index.ts';
import type { Answer } from '../collected-facts.ts';
import { summaryValue } from './categories.ts';
import type { Row } from './categories.ts';

type PlacedAnswer = Answer & { readonly line: number };

const path = /^[a-z]:\\[^<>|"?*]{1,500}\.\w{1,8}$/i;
/** `1.65 MB (1,735,000 bytes)`: the number in the brackets, whatever stands between its digits. */
const size = /\((\d[\d.,' \u00a0\u202f]*)\s*\p{L}+\.?\)\s*$/u;
/** State of a driver that runs; in other languages nobody knows, and then the row is only a record. */
const running = /^(?:running|wird ausgeführt)$/i;

/**
 * Files of loaded modules (path, version and size) and of running drivers (path only). A driver that does
 * not run may have no file.
 */
export function fileAnswers(rows: readonly Row[]): readonly PlacedAnswer[] {
  const answers: PlacedAnswer[] = [];
  const described = new Set<string>();
  for (const row of rows) {
    const answer = fileAnswer(row);
    if (answer === null) continue;
    answers.push(answer);
    if (answer.subject.kind === 'file' && hasSize(answer)) described.add(answer.subject.path.toLowerCase());
  }
  // A row that only shows the file says nothing against one that describes it.
  return answers.filter(
    (answer) =>
      hasSize(answer) ||
      (answer.subject.kind === 'file' && !described.has(answer.subject.path.toLowerCase())),
  );
}

function hasSize({ value }: PlacedAnswer): boolean {
  return typeof value === 'object' && 'size' in value;
}

function fileAnswer({ cells, line }: Row): PlacedAnswer | null {
  const values = cells.map(([, value]) => value);
  const [file, second] = values.filter((value) => path.test(value));
  if (file === undefined || second !== undefined) return null;
  const subject = { kind: 'file', path: file } as const;
  const bytes = values.map((value) => size.exec(value)?.[1]).find((text) => text !== undefined);
  if (bytes === undefined) {
    return values.some((value) => running.test(value)) ? { subject, state: 'known', value: {}, line } : null;
  }
  const version = values.find((value) => /^\d{1,5}(?:\.\d{1,5}){3}$/.test(value));
  const data: FileData = {
    ...(version !== undefined && { version }),
    size: Number(bytes.replace(/\D/g, '')),
  };
  return { subject, state: 'known', value: data, line };
}

/** Windows and system folder stand one behind the other; CSIDL 36 and 37. */
export function folderAnswers(summary: readonly Row[]): readonly PlacedAnswer[] {
  const at = summary.findIndex((row, index) => {
    const folder = summaryValue(row).toLowerCase();
    const next = summary[index + 1];
    return /^[a-z]:\\\w+/.test(folder) && next && summaryValue(next).toLowerCase() === `${folder}\\system32`;
  });
  return [36, 37].flatMap((csidl, offset) => {
    const row = at < 0 ? undefined : summary[at + offset];
    if (!row) return [];
    const subject = { kind: 'folder', name: `csidl:${String(csidl)}` } as const;
    return [{ subject, state: 'known' as const, value: summaryValue(row), line: row.line }];
  });
}
