/** Decides all updates for one machine at a time from its levels: typed arrays and no objects. */
import { noLimit, notThreaded, outcomeTrue, stateOutcome, testWords } from './code-writer.ts';
import type { Cell } from './code-writer.ts';
import type { RowsProgram } from './rows-program.ts';

const unknown = 2;
const notRequired = 3;
/** State by the set of possible ones: bit 0 Required, bit 1 Installed, bit 2 Unknown, bit 3 Not Required. */
const stateOf = Uint8Array.from({ length: 16 }, (_, set) =>
  set === 1 ? 0 : set === 2 ? 1 : set === 8 ? 3 : 2,
);
const trueCode = 2;
const unknownCode = 1;

/** What a condition came to. */
const isFalse = 0;
const isUnknown = 1;
const isTrue = 2;
/** No state code. */
const isOpen = 4;

export interface MachineEvaluator {
  /** The machine's codes, one a subject: to be filled before `states`. */
  readonly codes: Uint16Array;
  /** Sets the state code of every row. */
  states(into: Uint8Array): void;
}

export function createMachineEvaluator(program: RowsProgram): MachineEvaluator {
  const { code, words, segments } = program;
  const slots = new Uint16Array(program.slots);
  slots[program.subjects] = unknownCode;

  const fill = (cells: readonly Cell[]): void => {
    for (const { subject, entry, proven } of cells) {
      const found = truth(code, slots, entry);
      slots[subject] = found === isTrue ? trueCode : found === isUnknown && !proven ? unknownCode : 0;
    }
  };

  const decide = (from: number): number => {
    let at = from;
    const header = words[at++] as number;
    if (header >= 0x10000) {
      if (truth(code, slots, words[at] as number) === isTrue) return words[at + 1] as number;
      at += 2;
    }
    let parts = header & 0xffff;
    let best = parts === 0 ? unknown : notRequired;
    for (; parts > 0; parts--) {
      const count = words[at++] as number;
      // State codes ascend in the order in which parts count.
      best = Math.min(best, decidePart(code, slots, words, at, count));
      at += 2 * count;
    }
    return best;
  };

  return {
    codes: slots.subarray(0, program.subjects),
    states(into) {
      fill(program.guardCells);
      for (const { guard, assumed, otherwise, cells, row, heads, decisions } of segments) {
        if (truth(code, slots, guard) === isFalse) {
          into.fill(otherwise, row, row + decisions.length);
          continue;
        }
        fill(cells);
        const threaded = truth(code, slots, assumed) === isTrue;
        for (let i = 0; i < decisions.length; i++) {
          const state = threaded ? follow(code, slots, heads, i * testWords) : isOpen;
          into[row + i] = state === isOpen ? decide(decisions[i] as number) : state;
        }
      }
    },
  };
}

/**
 * The state a threaded update leads to, or `isOpen` where a level on the way is not fully known.
 *
 * @param heads first tests of updates @param head where that of this one lies
 */
function follow(code: Int32Array, slots: Uint16Array, heads: Int32Array, head: number): number {
  let value = slots[(heads[head] as number) >> 1] as number;
  if ((value & 1) === 1) return isOpen;
  let range = heads[head + 1] as number;
  let at = heads[(value - (range & 0xffff)) >>> 0 < range >>> 16 ? head + 2 : head + 3] as number;
  while (at >= 0) {
    value = slots[(code[at] as number) >> 1] as number;
    if ((value & 1) === 1) return isOpen;
    range = code[at + 1] as number;
    at = code[(value - (range & 0xffff)) >>> 0 < range >>> 16 ? at + 2 : at + 3] as number;
  }
  return at === notThreaded ? isOpen : stateOutcome(0) - at;
}

/** The state of a part: of those that remain possible the only one, else Unknown. */
function decidePart(
  code: Int32Array,
  slots: Uint16Array,
  words: Int32Array,
  from: number,
  count: number,
): number {
  let possible = 0;
  const end = from + 2 * count;
  for (let at = from; at < end; at += 2) {
    const found = truth(code, slots, words[at] as number);
    if (found === isFalse) continue;
    possible |= 1 << (words[at + 1] as number);
    if (found === isTrue) return stateOf[possible] as number;
  }
  return unknown;
}

/**
 * Follows the tests with every open level taken as not reached ("surely"); only if one was on the way that
 * ended in false, again with open levels taken as reached ("possibly").
 */
function truth(code: Int32Array, slots: Uint16Array, entry: number): number {
  let open = 0;
  let at = entry;
  while (at >= 0) {
    const value = slots[(code[at] as number) >> 1] as number;
    const range = code[at + 1] as number;
    if ((value & 1) === 1) {
      open = 1;
      at = code[isOpenInside(code[at] as number, range, value - 1, 0) ? at + 2 : at + 3] as number;
    } else {
      at = code[(value - (range & 0xffff)) >>> 0 < range >>> 16 ? at + 2 : at + 3] as number;
    }
  }
  if (at === outcomeTrue) return isTrue;
  if (open === 0) return isFalse;
  at = entry;
  while (at >= 0) {
    const value = slots[(code[at] as number) >> 1] as number;
    const range = code[at + 1] as number;
    const inside =
      (value & 1) === 1
        ? isOpenInside(code[at] as number, range, value - 1, 1)
        : (value - (range & 0xffff)) >>> 0 < range >>> 16;
    at = code[inside ? at + 2 : at + 3] as number;
  }
  return at === outcomeTrue ? isUnknown : isFalse;
}

/**
 * A level of at least `level` (doubled), not known above. Surely in the range: its lower end is reached and
 * it has no upper one. Possibly: the lower bound is not above it. Asked the contrary, surely is not possibly.
 */
function isOpenInside(test: number, range: number, level: number, possibly: number): boolean {
  const low = range & 0xffff;
  const high = low + (range >>> 16);
  return (test & 1) === possibly ? level >= low && high === 2 * noLimit : level < high;
}
