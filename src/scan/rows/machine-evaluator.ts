/** Decides all updates for one machine at a time from its levels: typed arrays and no objects. */
import { outcomeTrue } from './code-writer.ts';
import type { Cell } from './code-writer.ts';
import type { RowsProgram } from './rows-program.ts';

const [required, installed, unknown, notRequired] = [0, 1, 2, 3];
const bits = [1, 2, 4, 8];
const trueCode = 2;
const unknownCode = 1;

/** What a test came to; open says that a level on the way was a lower bound only. */
const isFalse = 0;
const isUnknown = 1;
const isTrue = 2;

export interface MachineEvaluator {
  /** The machine's codes, one a subject: to be filled before `states`. */
  readonly codes: Uint16Array;
  /** Sets the state code of update `u` at `into[u x stride + offset]`. */
  states(into: Uint8Array, stride: number, offset: number): void;
}

export function createMachineEvaluator(program: RowsProgram): MachineEvaluator {
  const { code, words, segments } = program;
  const slots = new Uint16Array(program.slots);
  slots[program.subjects] = unknownCode;
  let sawOpen = false;

  /** Follows the tests with every open level taken as not reached ("surely"). */
  const surely = (entry: number): boolean => {
    let at = entry;
    while (at >= 0) {
      const value = slots[code[at] as number] as number;
      if ((value & 1) === 1) {
        sawOpen = true;
        at = open(code, at, value - 1, false);
      } else {
        const inside = value >= (code[at + 1] as number) && value < (code[at + 2] as number);
        at = code[inside ? at + 3 : at + 4] as number;
      }
    }
    return at === outcomeTrue;
  };

  const possibly = (entry: number): boolean => {
    let at = entry;
    while (at >= 0) {
      const value = slots[code[at] as number] as number;
      if ((value & 1) === 1) at = open(code, at, value - 1, true);
      else {
        const inside = value >= (code[at + 1] as number) && value < (code[at + 2] as number);
        at = code[inside ? at + 3 : at + 4] as number;
      }
    }
    return at === outcomeTrue;
  };

  const truth = (entry: number): number => {
    sawOpen = false;
    if (surely(entry)) return isTrue;
    return sawOpen && possibly(entry) ? isUnknown : isFalse;
  };

  const fill = (cells: readonly Cell[]): void => {
    for (const { subject, entry, proven } of cells) {
      const found = truth(entry);
      slots[subject] = found === isTrue ? trueCode : found === isUnknown && !proven ? unknownCode : 0;
    }
  };

  const part = (from: number, count: number): number => {
    let possible = 0;
    for (let i = 0, at = from; i < count; i++, at += 2) {
      const found = truth(words[at] as number);
      if (found === isFalse) continue;
      possible |= bits[words[at + 1] as number] as number;
      if (found === isTrue)
        return possible === 1
          ? required
          : possible === 2
            ? installed
            : possible === 8
              ? notRequired
              : unknown;
    }
    return unknown;
  };

  const decide = (from: number): number => {
    let at = from;
    if (words[at++] === 1) {
      if (truth(words[at] as number) === isTrue) return words[at + 1] as number;
      at += 2;
    }
    let parts = words[at++] as number;
    if (parts === 1) return part(at + 1, words[at] as number);
    let best: number = parts === 0 ? unknown : notRequired;
    for (; parts > 0; parts--) {
      const count = words[at++] as number;
      // State codes ascend in the order in which parts count.
      best = Math.min(best, part(at, count));
      at += 2 * count;
    }
    return best;
  };

  return {
    codes: slots.subarray(0, program.subjects),
    states(into, stride, offset) {
      fill(program.guardCells);
      for (const { guard, otherwise, cells, updates, decisions } of segments) {
        if (truth(guard) === isFalse) {
          for (let i = 0; i < updates.length; i++) into[(updates[i] as number) * stride + offset] = otherwise;
          continue;
        }
        fill(cells);
        for (let i = 0; i < updates.length; i++) {
          into[(updates[i] as number) * stride + offset] = decide(decisions[i] as number);
        }
      }
    },
  };
}

/**
 * Target of a test whose level is at least `level` (doubled) and not known above. Surely in the range: its
 * lower end is reached and it has no upper one. Possibly: the lower bound is not above it.
 */
function open(code: Int32Array, at: number, level: number, possibly: boolean): number {
  const reached = level >= (code[at + 1] as number);
  const endless = (code[at + 2] as number) > 0x1ffff;
  const negated = code[at + 5] === 1;
  const inside = possibly === negated ? reached && endless : level < (code[at + 2] as number);
  return code[inside ? at + 3 : at + 4] as number;
}
