/** Architecture names of packages and releases as native architecture numbers (section 3, Processor). */
import type { LeafAnswer, LeafContext } from './answer.ts';
import { numberAnswer } from './os-number.ts';

const numbers: Readonly<Record<string, number>> = { x86: 0, arm: 5, ia64: 6, amd64: 9, x64: 9, arm64: 12 };

/** Whether the machine's native architecture is the named one; null for a name that says nothing of it. */
export function architectureIs(name: string, context: LeafContext): LeafAnswer | null {
  const number = numbers[name.toLowerCase()];
  return number === undefined ? null : numberAnswer('architecture', 'EqualTo', number, context);
}
