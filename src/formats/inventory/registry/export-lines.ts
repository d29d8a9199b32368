import { formatError } from '../../format-error.ts';
import { registryLimits } from './limits.ts';
import { exportedData, unescaped } from './value-data.ts';
import type { ExportedData } from './value-data.ts';

/** Takes what the lines of an export say, in their order. */
export interface ExportVisitor {
  /** `path` with its hive, as written. */
  key(path: string, line: number): void;
  /** Of the key before; the empty name is the default value. */
  value(name: string, data: ExportedData, line: number): void;
  /** A line of no known form. */
  other(line: number): void;
}

/** First line of an export: version 5 or 4. */
const header = /^\s*(Windows Registry Editor Version \d|REGEDIT4)/;

/** Whether the first lines of a text are those of a registry export. */
export function isExport(text: string): boolean {
  return header.test(text);
}

interface OpenValue {
  readonly name: string;
  readonly parts: string[];
  readonly kind: 'hex' | 'text';
  readonly line: number;
  length: number;
}

/**
 * Lines of a registry export (inventory-sources, section 7): keys, values, binary data over several
 * lines, texts with line ends in them. A file that deletes keys or values changes a registry and shows
 * none: it is refused with `registry-changes`.
 */
export class ExportLines {
  readonly #file: string;
  readonly #visitor: ExportVisitor;
  #wide = true;
  #begun = false;
  #open: OpenValue | null = null;
  #blank = false;

  constructor(file: string, visitor: ExportVisitor) {
    this.#file = file;
    this.#visitor = visitor;
  }

  take(written: string, number: number): void {
    const line = written.charCodeAt(0) === 0xfeff ? written.slice(1) : written;
    if (this.#open) {
      this.#continue(this.#open, line, number);
      return;
    }
    const trimmed = line.trim();
    this.#blank = trimmed === '';
    if (this.#blank || trimmed.startsWith(';')) return;
    const version = header.exec(trimmed)?.[1];
    if (version !== undefined) {
      this.#begun = true;
      this.#wide = version !== 'REGEDIT4';
    } else if (!this.#begun) throw formatError('not-recognised', this.#file, `line ${String(number)}`);
    else if (trimmed.startsWith('[')) this.#key(trimmed, number);
    else this.#value(line, number);
  }

  /** Whether the file ends as regedit ends an export: behind a whole value, with an empty line. */
  end(): boolean {
    if (!this.#begun) throw formatError('not-recognised', this.#file);
    return this.#open === null && this.#blank;
  }

  #key(line: string, number: number): void {
    const path = /^\[(.*)\]$/.exec(line)?.[1];
    if (path === undefined || path === '') this.#visitor.other(number);
    else if (path.startsWith('-')) throw this.#changes(number);
    else this.#visitor.key(path, number);
  }

  #value(line: string, number: number): void {
    const found = /^\s*(?:@|"((?:[^"\\]|\\.)*)")\s*=\s*(.*)$/s.exec(line);
    if (found === null) {
      this.#visitor.other(number);
      return;
    }
    const [, quoted = '', data = ''] = found;
    if (data.trim() === '-') throw this.#changes(number);
    const name = unescaped(quoted);
    if (/^hex/i.test(data) && data.trimEnd().endsWith('\\')) {
      this.#open = { name, parts: [cutMark(data)], kind: 'hex', line: number, length: data.length };
    } else if (data.startsWith('"') && !/^"(?:[^"\\]|\\.)*"\s*$/s.test(data)) {
      this.#open = { name, parts: [data], kind: 'text', line: number, length: data.length };
    } else this.#emit(name, data, number);
  }

  #continue(open: OpenValue, line: string, number: number): void {
    open.length += line.length;
    const tooLong = open.length > registryLimits.lines.maxLine;
    if (tooLong || open.parts.length > registryLimits.maxDataLines) {
      const details = { limit: 'value-length', maximum: registryLimits.lines.maxLine };
      throw formatError('limit-exceeded', this.#file, `line ${String(number)}`, details);
    }
    const more =
      open.kind === 'hex' ? line.trimEnd().endsWith('\\') : !/(?:^|[^\\])(?:\\\\)*"\s*$/.test(line);
    open.parts.push(open.kind === 'hex' ? cutMark(line) : line);
    if (more) return;
    this.#open = null;
    this.#blank = false;
    this.#emit(open.name, open.parts.join(open.kind === 'hex' ? '' : '\r\n'), open.line);
  }

  #emit(name: string, data: string, line: number): void {
    if (/^(?:"|dword:|hex[:(])/i.test(data)) this.#visitor.value(name, exportedData(data, this.#wide), line);
    else this.#visitor.other(line);
  }

  #changes(number: number) {
    return formatError('registry-changes', this.#file, `line ${String(number)}`);
  }
}

/** Without the backslash that says that the data goes on. */
function cutMark(line: string): string {
  return line.trimEnd().replace(/\\$/, '');
}
