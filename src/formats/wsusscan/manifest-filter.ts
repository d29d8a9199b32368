/** Characters of one tag that is looked at: each piece has to begin anew with it. */
const maxTagLength = 512 * 1024;

/**
 * Cuts the manifests out of a core fragment while it streams through: of each `assembly` only the tag and
 * its `assemblyIdentity` stay (wsusscn2, section 4.1: manifests of up to 46 MB). What is cut is not
 * parsed: its end is looked for, with comments and CDATA passed over. Everything else stays as it is.
 *
 * Text is cut where the bytes happen to be split only behind a complete `>`: any split gives the same.
 */
export class ManifestFilter {
  readonly #maxKept: number;
  #rest = '';
  #kept = '';
  #state: 'outside' | 'head' | 'identity' | 'drop' = 'outside';
  /** Assemblies that are open, the outermost included. */
  #depth = 0;
  /** End of the comment or CDATA section that is open; empty where none is. */
  #until = '';

  /** @param maxKept characters */
  constructor(maxKept: number) {
    this.#maxKept = maxKept;
  }

  /** False where more is to be kept than the limit allows; the filter is of no use then. */
  push(text: string): boolean {
    const last = text.lastIndexOf('>');
    // Joined only when something can be taken: a long text would be copied again with every piece.
    const all = this.#rest + text;
    const taken = last < 0 ? 0 : this.#take(all, this.#rest.length + last + 1);
    const isTagTooLong = last >= 0 && taken < all.length - text.length && all.length - taken > maxTagLength;
    this.#rest = taken === 0 ? all : all.slice(taken);
    return !isTagTooLong && this.#kept.length + this.#rest.length <= this.#maxKept;
  }

  /** What is kept of the whole text. */
  end(): string {
    const kept = this.#kept + (this.#state === 'drop' ? '' : this.#rest);
    this.#rest = '';
    this.#kept = '';
    return kept;
  }

  /** Works through `text` up to `end`; returns where it stopped. */
  #take(text: string, end: number): number {
    let at = 0;
    while (at < end) {
      const next = this.#until === '' ? this.#step(text, at, end) : this.#skipTo(text, at, end);
      if (next === null) break;
      at = next;
    }
    return at;
  }

  /** Passes over the rest of a comment or CDATA section. */
  #skipTo(text: string, at: number, end: number): number | null {
    const found = text.indexOf(this.#until, at);
    if (found < 0 || found + this.#until.length > end) {
      // The last two marks may be the beginning of the end.
      const safe = Math.max(at, end - this.#until.length);
      this.#keep(text, at, safe);
      return safe > at ? safe : null;
    }
    const next = found + this.#until.length;
    this.#keep(text, at, next);
    this.#until = '';
    return next;
  }

  #step(text: string, at: number, end: number): number | null {
    const pattern = patterns[this.#state];
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match.index >= end) {
      this.#keep(text, at, end);
      return end;
    }
    const start = match.index;
    const [mark] = match;
    if (mark === '<!--' || mark === '<![CDATA[') {
      this.#until = mark === '<!--' ? '-->' : ']]>';
      this.#keep(text, at, start + mark.length);
      return start + mark.length;
    }
    wholeTag.lastIndex = start;
    const tag = wholeTag.exec(text)?.[0];
    // An attribute with a `>` in it: the tag ends in what is to come.
    if (tag === undefined) {
      this.#keep(text, at, start);
      return start > at ? start : null;
    }
    return this.#takeTag(text, at, start, tag);
  }

  #takeTag(text: string, at: number, start: number, tag: string): number {
    const next = start + tag.length;
    const isEnd = tag.startsWith('</');
    const isEmpty = tag.endsWith('/>');
    // What is dropped is not kept; the last end tag of what is dropped is.
    this.#keep(text, at, next);
    switch (this.#state) {
      case 'outside':
        if (!isEmpty) {
          this.#state = 'head';
          this.#depth = 1;
        }
        break;
      case 'head':
        if (isEnd) this.#state = 'outside';
        else this.#state = isEmpty ? 'drop' : 'identity';
        break;
      case 'identity':
        this.#state = 'drop';
        break;
      case 'drop':
        if (!isEmpty) this.#depth += isEnd ? -1 : 1;
        if (this.#depth > 0) break;
        this.#state = 'outside';
        this.#keep(text, start, next);
        break;
    }
    return next;
  }

  #keep(text: string, from: number, to: number): void {
    if (this.#state !== 'drop' && to > from) this.#kept += text.slice(from, to);
  }
}

const special = '<!--|<!\\[CDATA\\[';
const name = (local: string) => `(?:[\\w.-]+:)?${local}(?=[\\s/>])`;

/** What ends each state. */
const patterns = {
  outside: new RegExp(`${special}|<${name('assembly')}`, 'g'),
  head: new RegExp(`${special}|</${name('assembly')}|<${name('assemblyIdentity')}`, 'g'),
  identity: new RegExp(`${special}|</${name('assemblyIdentity')}`, 'g'),
  drop: new RegExp(`${special}|</?${name('assembly')}`, 'g'),
};

const wholeTag = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/y;
