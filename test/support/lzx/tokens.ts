/** One step of the decoder: a byte, or bytes repeated from before. */
export type Token =
  | { readonly kind: 'byte'; readonly value: number }
  | {
      readonly kind: 'match';
      readonly length: number;
      readonly slot: number;
      readonly extra: number;
      readonly extraBits: number;
    };

export type Recent = [number, number, number];

const extraBits = (slot: number): number => (slot < 4 ? 0 : Math.min((slot >> 1) - 1, 17));

/** Slots of a window, and where each begins. */
export function slotStarts(windowBits: number): readonly number[] {
  const starts: number[] = [];
  for (let from = 0; from < 2 ** windowBits; from += 2 ** extraBits(starts.length - 1)) starts.push(from);
  return starts;
}

/** Finds matches greedily, in one whole folder; asked for runs of it in their order. */
export class Matcher {
  readonly #content: Uint8Array;
  readonly #farthest: number;
  readonly #starts: readonly number[];
  readonly #last = new Map<number, number>();

  constructor(content: Uint8Array, windowBits: number) {
    this.#content = content;
    this.#farthest = 2 ** windowBits - 3;
    this.#starts = slotStarts(windowBits);
  }

  /** Tokens for the bytes from `from` to `to`, which reach no further; `recent` is brought up to date. */
  tokens(from: number, to: number, recent: Recent): Token[] {
    const tokens: Token[] = [];
    for (let at = from; at < to;) {
      const found = this.#best(at, Math.min(to - at, 257), recent);
      const length = found?.length ?? 1;
      if (found === null) tokens.push({ kind: 'byte', value: this.#content[at] ?? 0 });
      else tokens.push(this.#match(found.offset, found.length, recent));
      for (let each = at; each < at + length; each += 1) this.#last.set(this.#key(each), each);
      at += length;
    }
    return tokens;
  }

  /** Bytes that are sent as they are can still be looked back at. */
  pass(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.#last.set(this.#key(at), at);
  }

  #key(at: number): number {
    const bytes = this.#content;
    return (bytes[at] ?? 256) * 66_049 + (bytes[at + 1] ?? 256) * 257 + (bytes[at + 2] ?? 256);
  }

  #best(at: number, most: number, recent: Recent): { offset: number; length: number } | null {
    const known = this.#last.get(this.#key(at));
    const offsets = known === undefined ? [...recent] : [...recent, at - known];
    let best: { offset: number; length: number } | null = null;
    offsets.forEach((offset, index) => {
      if (offset > at || offset > this.#farthest) return;
      let length = 0;
      while (length < most && this.#content[at + length] === this.#content[at + length - offset]) length += 1;
      if (length >= (index < 3 ? 2 : 3) && length > (best?.length ?? 0)) best = { offset, length };
    });
    return best;
  }

  #match(offset: number, length: number, recent: Recent): Token {
    const again = recent.indexOf(offset);
    if (again >= 0) {
      [recent[0], recent[again]] = [recent[again] ?? 1, recent[0]];
      return { kind: 'match', length, slot: again, extra: 0, extraBits: 0 };
    }
    recent.unshift(offset);
    recent.length = 3;
    const slot = this.#starts.findLastIndex((start) => start <= offset + 2);
    return {
      kind: 'match',
      length,
      slot,
      extra: offset + 2 - (this.#starts[slot] ?? 0),
      extraBits: extraBits(slot),
    };
  }
}
