import { describe, expect, it } from 'vitest';
import { createKernelEngine, createReferenceEngine } from '../../src/scan/index.ts';
import { agreement } from '../support/agreeing.ts';
import { withMatrix } from '../support/state-matrix.ts';
import { kernelModule } from '../support/kernel-module.ts';
import type { PlantedFault } from '../support/kernel-module.ts';

const faults: readonly (PlantedFault & { readonly name: string })[] = [
  {
    name: 'a negated operand does not swap surely and possibly',
    file: 'nodes.ts',
    from: 'sure = v128.andnot(sure, v128.load(node, PLANE));',
    to: 'sure = v128.andnot(sure, v128.load(node));',
  },
  {
    name: 'the highest bit of a level is not looked at',
    file: 'inputs.ts',
    from: 'plane < top; plane += PLANE',
    to: 'plane + PLANE < top; plane += PLANE',
  },
  {
    name: 'the guard is inverted',
    file: 'index.ts',
    from: 'if (!v128.any_true(satisfied))',
    to: 'if (v128.any_true(satisfied))',
  },
  {
    name: 'what is not known above a level counts as not reached',
    file: 'inputs.ts',
    from: 'v128.store(out, v128.or(reached, open), PLANE);',
    to: 'v128.store(out, reached, PLANE);',
  },
  {
    name: 'a clause that may hold already closes the decision',
    file: 'decide.ts',
    from: 'open = v128.andnot(open, surely(node, clause & 1));',
    to: 'open = v128.andnot(open, possibly(node, clause & 1));',
  },
];

describe('faults planted in the kernel', () => {
  it.each(faults)('are found by the comparison of engines: $name', async (fault) => {
    const module = await kernelModule(fault);
    const faulty = createKernelEngine(() => Promise.resolve(module));
    const { difference, cases } = await agreement(
      [createReferenceEngine(), faulty].map(withMatrix),
      5_000_000,
      2_000,
    );
    expect(difference?.engine).toBe('wasm');
    expect(cases).toBeLessThan(2_000);
  });

  it('and without one nothing is found', async () => {
    const module = await kernelModule();
    const engine = createKernelEngine(() => Promise.resolve(module));
    const { difference } = await agreement([createReferenceEngine(), engine].map(withMatrix), 5_000_000, 500);
    expect(difference).toBeNull();
  });
});
