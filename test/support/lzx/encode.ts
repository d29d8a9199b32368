import type { Packing } from '../cabinet-blocks.ts';
import { BitWriter } from './bit-writer.ts';
import { canonical, codeFor, put, sendLengths } from './code.ts';
import type { Code } from './code.ts';
import { Matcher, slotStarts } from './tokens.ts';
import type { Recent, Token } from './tokens.ts';

export interface LzxBlock {
  readonly kind: 'verbatim' | 'aligned' | 'uncompressed';
  /** Unpacked bytes; the last block takes what is left. */
  readonly bytes: number;
}

export interface LzxOptions {
  readonly windowBits?: number;
  readonly blocks?: readonly LzxBlock[];
  /** Size given for the translation of calls; 0 sends none. */
  readonly callBytes?: number;
}

const chunkBytes = 32 * 1024;
const kinds = { verbatim: 1, aligned: 2, uncompressed: 3 };

/**
 * A folder packed as LZX, chunk by chunk: made for tests, as nothing else here writes it. Every kind of
 * block, of any length, also across chunks; greedy matches, repeated offsets, translated calls.
 */
export function lzxPacking(folder: Uint8Array, options: LzxOptions = {}): Packing {
  const { windowBits = 21 } = options;
  const chunks = new Encoder(folder, options).chunks();
  let next = 0;
  return { type: 3 | (windowBits << 8), pack: () => chunks[next++] ?? new Uint8Array(0) };
}

class Encoder {
  readonly #content: Uint8Array;
  readonly #blocks: readonly LzxBlock[];
  readonly #matcher: Matcher;
  readonly #symbols: number;
  readonly #recent: Recent = [1, 1, 1];
  readonly #chunks: Uint8Array[] = [];
  readonly #callBytes: number;
  #bits = new BitWriter();
  #mainBefore: readonly number[];
  #lengthsBefore: readonly number[] = Array.from({ length: 249 }, () => 0);

  constructor(folder: Uint8Array, { windowBits = 21, blocks, callBytes = 0 }: LzxOptions) {
    this.#content = translated(folder, callBytes);
    this.#blocks = blocks ?? [{ kind: 'verbatim', bytes: folder.length }];
    this.#callBytes = callBytes;
    this.#matcher = new Matcher(this.#content, windowBits);
    this.#symbols = 256 + 8 * slotStarts(windowBits).length;
    this.#mainBefore = Array.from({ length: this.#symbols }, () => 0);
  }

  chunks(): readonly Uint8Array[] {
    this.#bits.write(this.#callBytes > 0 ? 1 : 0, 1);
    if (this.#callBytes > 0) {
      this.#bits.write(this.#callBytes >>> 16, 16);
      this.#bits.write(this.#callBytes & 0xffff, 16);
    }
    let from = 0;
    this.#blocks.forEach(({ kind, bytes }, index) => {
      const last = index === this.#blocks.length - 1;
      const to = last ? this.#content.length : Math.min(from + bytes, this.#content.length);
      if (to > from) this.#block(kind, from, to);
      from = to;
    });
    if (this.#content.length % chunkBytes !== 0) this.#endChunk();
    return this.#chunks;
  }

  #block(kind: LzxBlock['kind'], from: number, to: number): void {
    this.#bits.write(kinds[kind], 3);
    this.#bits.write((to - from) >>> 8, 16);
    this.#bits.write((to - from) & 255, 8);
    if (kind === 'uncompressed') this.#uncompressed(from, to);
    else this.#compressed(kind, from, to);
  }

  #uncompressed(from: number, to: number): void {
    // 1 to 16 bits up to a whole word.
    this.#bits.write(0, 1);
    this.#bits.align();
    const offsets = new DataView(new ArrayBuffer(12));
    this.#recent.forEach((offset, index) => offsets.setUint32(index * 4, offset, true));
    this.#bits.raw(new Uint8Array(offsets.buffer));
    for (const [start, end] of pieces(from, to)) {
      this.#bits.raw(this.#content.subarray(start, end));
      if (end === to && (to - from) % 2 === 1) this.#bits.raw(new Uint8Array(1));
      if (end % chunkBytes === 0) this.#endChunk();
    }
    this.#matcher.pass(from, to);
  }

  #compressed(kind: 'verbatim' | 'aligned', from: number, to: number): void {
    const runs = [...pieces(from, to)].map(([start, end]) => ({
      end,
      tokens: this.#matcher.tokens(start, end, this.#recent),
    }));
    const all = runs.flatMap(({ tokens }) => tokens);
    const main = codeFor(counted(this.#symbols, all.map(mainSymbol)), 16);
    const lengths = codeFor(counted(249, all.flatMap(lengthSymbol)), 16);
    const low = codeFor(
      counted(
        8,
        all.flatMap((token) => (isAligned(token) ? [token.extra & 7] : [])),
      ),
      7,
    );
    const aligned = low.lengths.every((length) => length === 0)
      ? canonical(Array.from({ length: 8 }, () => 3))
      : low;
    if (kind === 'aligned') for (const length of aligned.lengths) this.#bits.write(length, 3);
    sendLengths(this.#bits, this.#mainBefore.slice(0, 256), main.lengths.slice(0, 256));
    sendLengths(this.#bits, this.#mainBefore.slice(256), main.lengths.slice(256));
    sendLengths(this.#bits, this.#lengthsBefore, lengths.lengths);
    this.#mainBefore = main.lengths;
    this.#lengthsBefore = lengths.lengths;
    for (const { end, tokens } of runs) {
      for (const token of tokens) this.#send(token, main, lengths, kind === 'aligned' ? aligned : null);
      if (end % chunkBytes === 0) this.#endChunk();
    }
  }

  #send(token: Token, main: Code, lengths: Code, aligned: Code | null): void {
    put(this.#bits, main, mainSymbol(token));
    for (const symbol of lengthSymbol(token)) put(this.#bits, lengths, symbol);
    if (token.kind === 'byte') return;
    if (aligned !== null && isAligned(token)) {
      this.#bits.write(token.extra >>> 3, token.extraBits - 3);
      put(this.#bits, aligned, token.extra & 7);
    } else {
      this.#bits.write(token.extra, token.extraBits);
    }
  }

  #endChunk(): void {
    this.#chunks.push(this.#bits.bytes());
    this.#bits = new BitWriter();
  }
}

/** Cut at the ends of chunks. */
function* pieces(from: number, to: number): Generator<readonly [number, number]> {
  for (let at = from; at < to;) {
    const end = Math.min(to, (Math.floor(at / chunkBytes) + 1) * chunkBytes);
    yield [at, end];
    at = end;
  }
}

function isAligned(token: Token): token is Token & { kind: 'match' } {
  return token.kind === 'match' && token.extraBits >= 3;
}

function mainSymbol(token: Token): number {
  return token.kind === 'byte' ? token.value : 256 + token.slot * 8 + Math.min(token.length - 2, 7);
}

function lengthSymbol(token: Token): readonly number[] {
  return token.kind === 'match' && token.length >= 9 ? [token.length - 9] : [];
}

function counted(symbols: number, list: readonly number[]): readonly number[] {
  const counts = Array.from({ length: symbols }, () => 0);
  for (const symbol of list) counts[symbol] = (counts[symbol] ?? 0) + 1;
  return counts;
}

/** Makes the targets of calls absolute, chunk by chunk (MS-PATCH, "E8 call translation"). */
function translated(folder: Uint8Array, size: number): Uint8Array {
  const bytes = folder.slice();
  const view = new DataView(bytes.buffer);
  for (let chunk = 0; size > 0 && chunk < bytes.length; chunk += chunkBytes) {
    const end = Math.min(chunk + chunkBytes, bytes.length) - 10;
    for (let at = chunk; at < end; at += bytes[at] === 0xe8 ? 5 : 1) {
      if (bytes[at] !== 0xe8) continue;
      const relative = view.getInt32(at + 1, true);
      if (relative < -at || relative >= size) continue;
      view.setInt32(at + 1, relative < size - at ? relative + at : relative - size, true);
    }
  }
  return bytes;
}
