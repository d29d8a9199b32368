import type { Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { hashFile } from '../../hash.ts';
import { readStrictXml } from '../../text/index.ts';
import type { XmlHandler, XmlLimits, XmlSource } from '../../text/index.ts';
import { maxInventoryBytes } from '../limits.ts';
import { ReportRows } from './categories.ts';
import type { Cell } from './categories.ts';
import { reportReading } from './report.ts';

/** A server's report nests six categories and has some 20,000 elements. */
const msinfoLimits: XmlLimits = {
  maxFileBytes: maxInventoryBytes,
  maxDepth: 40,
  maxElements: 1_000_000,
  maxAttributes: 16,
  maxTextLength: 256 * 1024,
};

export function sniffMsinfo({ text }: Head): boolean {
  return /^\s*(?:<\?[^>]*>\s*|<!--[^>]*-->\s*)*<MsInfo[\s>]/.test(text);
}

/**
 * Reads `msinfo32 /nfo` (inventory-sources, section 8): operating system facts of the summary, files of
 * loaded modules and running drivers (grade C: only presence counts), and all rows as records. Category
 * and column names are of the machine's language, so everything is told by its place and its form.
 *
 * Rejections: those of `readStrictXml`, `root-not-expected`, `not-recognised` (no version in the
 * summary), `limit-exceeded`.
 */
export function readMsinfo(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const readers: NfoRows[] = [];
    const { bytes, sha256 } = await readStrictXml(file, context, msinfoLimits, (source) => {
      const rows = new NfoRows(file.name, source);
      readers.push(rows);
      return rows;
    });
    // A file that is being written can keep its size (INV13).
    const again = await hashFile(file, context.signal ? { signal: context.signal } : {});
    if (again !== sha256) throw formatError('file-changed-while-read', file.name);
    const [rows] = readers;
    if (!rows) throw formatError('not-recognised', file.name);
    const source = { file: file.name, bytes, sha256, guessed: false };
    return { use: 'reading', reading: reportReading(rows.report(rows.createdAt), source, 'msinfo32') };
  });
}

class NfoRows extends ReportRows implements XmlHandler {
  readonly #file: string;
  readonly #source: XmlSource;
  readonly #open: string[] = [];
  readonly #categories: string[] = [];
  #cells: Cell[] = [];
  #line = 0;
  createdAt: string | null = null;

  constructor(file: string, source: XmlSource) {
    super(file);
    this.#file = file;
    this.#source = source;
  }

  open(local: string, _namespace: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#open.length === 0 && local !== 'MsInfo') {
      throw formatError('root-not-expected', this.#file, this.#source.place(), { found: local.slice(0, 40) });
    }
    this.#open.push(local);
    if (local === 'Category') this.#categories.push(attributes.get('name') ?? '');
    if (local === 'Data') {
      this.#cells = [];
      this.#line = Number(/^line (\d+)/.exec(this.#source.place())?.[1] ?? 0);
    }
  }

  close(text: string): void {
    const closed = this.#open.pop() ?? '';
    const within = this.#open.at(-1);
    if (closed === 'Category') this.#categories.pop();
    else if (within === 'Data') this.#cells.push([closed, text.trim()]);
    else if (closed === 'Data') {
      this.add({ category: this.#categories.at(-1) ?? '', cells: this.#cells, line: this.#line });
    } else if (closed === 'CreationUTC' && within === 'Metadata') this.createdAt = createdAt(text);
  }
}

/** `12/28/15 04:28:32`: month first, year of two digits, UTC. */
function createdAt(text: string): string | null {
  const [, month = '', day = '', year = '', time = ''] =
    /^\s*(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)\s*$/.exec(text) ?? [];
  const at = new Date(`20${year}-${month}-${day}T${time}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
