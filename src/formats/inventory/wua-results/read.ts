import * as v from 'valibot';
import type { ReadingWarning, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { maxReportedStates } from '../limits.ts';
import { loadText } from '../load-text.ts';
import { reportedReading, requireFewVerdicts } from '../reported-reading.ts';
import { actResult, foundUpdate, resultLine } from './line-schema.ts';
import { Verdicts } from './verdicts.ts';

/** JSON Lines whose first line is a result of a Windows Update script. */
export function sniffWuaResults(head: Head): boolean {
  return /^\s*\{[^\n]{0,200}"(?:search_result|download_result|install_result|updates)"/.test(
    head.text.replaceAll('\r', ''),
  );
}

/**
 * Reads Windows Update results as JSON Lines (inventory-sources, section 9): every verdict with
 * UpdateID and RevisionNumber, the exact key into a catalog. Lines of progress are passed over. The
 * file names no machine, no catalog and no time.
 *
 * A last line that is cut gives a warning; a broken line before it refuses the file.
 * Rejections: those of `loadText`, `not-well-formed`, `cut-off` (of the only line), `not-recognised` (no search in it), `limit-exceeded`.
 */
export function readWuaResults(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    const verdicts = new Verdicts();
    const filled = loaded.lines.flatMap((line, index) => (line.trim() === '' ? [] : [{ line, index }]));
    let isCut = loaded.cutInLetter;
    let searches = 0;
    let unread = 0;
    filled.forEach(({ line, index }, at) => {
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch (cause) {
        const isLast = at === filled.length - 1;
        if (!isLast || at === 0) {
          const code = isLast ? 'cut-off' : 'not-well-formed';
          const expected = isLast ? '}' : 'JSON';
          throw formatError(code, file.name, `line ${String(index + 1)}`, { expected }, cause);
        }
        isCut = true;
        return;
      }
      const found = resultLine(value);
      if (found?.kind === 'search') {
        if (found.updates.length > maxReportedStates) {
          const details = { limit: 'verdicts', maximum: maxReportedStates };
          throw formatError('limit-exceeded', file.name, `line ${String(index + 1)}`, details);
        }
        const updates = found.updates.map((update) => v.safeParse(foundUpdate, update));
        unread += updates.filter(({ success }) => !success).length;
        searches += 1;
        verdicts.search(
          updates.flatMap((update) => (update.success ? [update.output] : [])),
          index + 1,
        );
      }
      for (const result of found?.kind === 'installation' ? found.info : []) {
        const act = v.safeParse(actResult, result);
        if (act.success) verdicts.installation(act.output);
      }
    });
    if (searches === 0 && !isCut) throw formatError('not-recognised', file.name);
    const entries = verdicts.entries();
    requireFewVerdicts(entries, file.name);
    const warnings: ReadingWarning[] = [];
    const warn = (code: ReadingWarning['code'], details: ReadingWarning['details']): void => {
      warnings.push({ code, file: file.name, details });
    };
    if (isCut) warn('list-cut', { declared: 0, read: entries.length });
    if (unread > 0) warn('facts-not-known', { kind: 'update without id and revision', count: unread });
    const reported = { reporter: 'wua', tool: '', scannedAt: null, catalogDate: null, entries };
    return { use: 'reading', reading: reportedReading(loaded, 'wua-results', null, reported, warnings) };
  });
}
