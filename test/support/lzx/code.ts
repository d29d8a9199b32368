import type { BitWriter } from './bit-writer.ts';

/** A canonical prefix code: length and code of each symbol. */
export interface Code {
  readonly lengths: readonly number[];
  readonly codes: readonly number[];
}

/** A complete code for symbols used so often, none longer than `longest`; at least two symbols get one. */
export function codeFor(frequencies: readonly number[], longest: number): Code {
  const used = frequencies.map((count, symbol) => ({ count, symbol })).filter(({ count }) => count > 0);
  if (used.length === 0) return canonical(frequencies.map(() => 0));
  for (let symbol = 0; used.length < 2; symbol += 1) {
    if (used.every((each) => each.symbol !== symbol)) used.push({ count: 1, symbol });
  }
  for (let flatten = 0; ; flatten += 1) {
    const lengths = frequencies.map(() => 0);
    let nodes = used.map(({ count, symbol }) => ({ weight: (count >> flatten) + 1, symbols: [symbol] }));
    while (nodes.length > 1) {
      nodes.sort((a, b) => b.weight - a.weight);
      const [a, b] = [nodes.pop(), nodes.pop()];
      if (a === undefined || b === undefined) break;
      const symbols = [...a.symbols, ...b.symbols];
      for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
      nodes = [...nodes, { weight: a.weight + b.weight, symbols }];
    }
    if (Math.max(...lengths) <= longest) return canonical(lengths);
  }
}

export function canonical(lengths: readonly number[]): Code {
  const codes = lengths.map(() => 0);
  let code = 0;
  for (let length = 1; length <= 16; length += 1) {
    lengths.forEach((each, symbol) => {
      if (each === length) codes[symbol] = code++;
    });
    code <<= 1;
  }
  return { lengths, codes };
}

export function put(bits: BitWriter, { lengths, codes }: Code, symbol: number): void {
  const length = lengths[symbol] ?? 0;
  if (length === 0) throw new Error(`no code for ${String(symbol)}`);
  bits.write(codes[symbol] ?? 0, length);
}

/** Sends lengths as differences to `before`, with runs, behind the pretree that packs them. */
export function sendLengths(bits: BitWriter, before: readonly number[], lengths: readonly number[]): void {
  const steps: {
    readonly code: number;
    readonly extra: number;
    readonly bits: number;
    readonly then?: number;
  }[] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    let run = 1;
    while (at + run < lengths.length && lengths[at + run] === length) run += 1;
    const change = ((before[at] ?? 0) - length + 17) % 17;
    if (length === 0 && run >= 20) {
      run = Math.min(run, 51);
      steps.push({ code: 18, extra: run - 20, bits: 5 });
    } else if (length === 0 && run >= 4) {
      run = Math.min(run, 19);
      steps.push({ code: 17, extra: run - 4, bits: 4 });
    } else if (run >= 4) {
      run = Math.min(run, 5);
      steps.push({ code: 19, extra: run - 4, bits: 1, then: change });
    } else {
      run = 1;
      steps.push({ code: change, extra: 0, bits: 0 });
    }
    at += run;
  }
  const frequencies = Array.from({ length: 20 }, () => 0);
  for (const { code, then } of steps) {
    frequencies[code] = (frequencies[code] ?? 0) + 1;
    if (then !== undefined) frequencies[then] = (frequencies[then] ?? 0) + 1;
  }
  const pretree = codeFor(frequencies, 15);
  for (const length of pretree.lengths) bits.write(length, 4);
  for (const { code, extra, bits: count, then } of steps) {
    put(bits, pretree, code);
    bits.write(extra, count);
    if (then !== undefined) put(bits, pretree, then);
  }
}
