import { describe, expect, it } from 'vitest';
import { truthOf } from '../../src/scan/evaluate.ts';
import { readVectorMachines, readVectors } from '../support/applicability-vectors.ts';

const machines = readVectorMachines();

describe('the vectors of the applicability rules, section 8, in Node', () => {
  it.each(readVectors())('$name is $expected', ({ machine, rule, expected, policy }) => {
    const asked = machines[machine];
    if (asked === undefined) throw new Error(`no machine ${machine}`);
    expect(truthOf(rule, asked, policy)).toBe(expected);
  });
});
