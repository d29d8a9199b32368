import type { Identified } from '../../tasks/engine.ts';
import { errorText, type Words } from '../words/index.ts';

export interface PreviewRow {
  readonly name: string;
  readonly kind: string;
  readonly fate: string;
}

/** What a person should look at comes first, what is simply imported last. */
const order: readonly Identified['fate'][] = ['rejected', 'ignored', 'needs-name', 'present', 'import'];

/** One row a file, in words; files of one fate stay in their order. */
export function previewRows(identified: readonly Identified[], words: Words): readonly PreviewRow[] {
  return [...identified]
    .sort((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate))
    .map((one) => ({ name: one.name, kind: words.importing.kinds[one.kind], fate: fateText(one, words) }));
}

function fateText(one: Identified, words: Words): string {
  const { preview, ignoredReasons } = words.importing;
  if (one.kind === 'workspace') return preview.workspace;
  const reasons: Readonly<Record<string, string>> = ignoredReasons;
  const reason = one.error ? errorText(words.errors, one.error).what : reasons[one.reason ?? ''];
  return reason === undefined ? preview.fates[one.fate] : `${preview.fates[one.fate]}: ${reason}`;
}

/** `45 to import, 8 to be ignored`: every fate that some file has. */
export function previewSummary(identified: readonly Identified[], words: Words): string {
  return [...order]
    .reverse()
    .map((fate) => ({ fate, n: identified.filter((one) => one.fate === fate).length }))
    .filter(({ n }) => n > 0)
    .map(({ fate, n }) => `${words.format.number(n)} ${words.importing.preview.counts[fate](n)}`)
    .join(', ');
}
