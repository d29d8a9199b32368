import type { ReportedState, Result } from '../../../domain/index.ts';
import { settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { splitLines } from '../decode/index.ts';
import { maxLineLength } from '../limits.ts';
import { loadText } from '../load-text.ts';
import { reportedReading, reportedText, requireFewVerdicts } from '../reported-reading.ts';

const entryLine = /^\s*KB(\d{6,7}): (\S.*)$/i;

/** Lines of `KB4462930: Title` and nothing else; the last line of a head may be cut. */
export function sniffWuaText(head: Head): boolean {
  const filled = splitLines(head.text).filter((line) => line.trim() !== '');
  const whole = filled.length > 1 ? filled.slice(0, -1) : filled;
  return whole.length > 0 && whole.every((line) => entryLine.test(line.slice(0, maxLineLength)));
}

/**
 * Reads lines of `KB4462930: Title`, as scripts write what a Windows Update search calls missing
 * (inventory-sources, section 9). The file names no machine and no catalog; without UpdateID a KB may
 * mean several updates. A line of another form, or one cut inside its number, is told and left out.
 *
 * Rejections: those of `loadText`, `limit-exceeded`.
 */
export function readWuaText(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    const entries: ReportedState[] = [];
    let others = 0;
    loaded.lines.forEach((line, index) => {
      if (line.trim() === '') return;
      const found = entryLine.exec(line.slice(0, maxLineLength));
      if (!found) others += 1;
      else entries.push(missing(Number(found[1]), found[2] ?? '', index + 1));
    });
    requireFewVerdicts(entries, file.name);
    const isCut = others > 0 || loaded.cutInLetter;
    const warning = {
      code: 'list-cut',
      file: file.name,
      details: { declared: 0, read: entries.length },
    } as const;
    const reported = { reporter: 'wua', tool: '', scannedAt: null, catalogDate: null, entries };
    const reading = reportedReading(loaded, 'wua-text', null, reported, isCut ? [warning] : []);
    return { use: 'reading', reading };
  });
}

function missing(kb: number, title: string, line: number): ReportedState {
  return {
    updateId: null,
    revision: null,
    kbs: [kb],
    bulletin: null,
    title: reportedText(title),
    state: 'required',
    original: '',
    line,
  };
}
