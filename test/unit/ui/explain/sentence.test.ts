import { expect, it } from 'vitest';
import type { Explanation, Machine, StateRow, TraceNode, Update } from '../../../../src/domain/index.ts';
import { numbersText, quotedLeaf, sentenceOf } from '../../../../src/ui/explain/sentence.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';
import { fakeMachines, fakeRow, fakeUpdates } from '../../../support/fake-data.ts';
import { fakeExplanation } from '../../../support/fake-explanation.ts';

const machine = fakeMachines()[5] as Machine;
const update = fakeUpdates().find((u) => u.id === 'msrc:KB5083022') as Update;
const row = fakeRow(machine, update);
const leaf = (kind: string, wanted: string, found: string): TraceNode => ({
  op: 'leaf',
  truth: 'false',
  decisive: true,
  leaf: { kind, wanted, found, evidence: null, missing: null },
});

function explained(changes: Partial<StateRow>, leaves: readonly TraceNode[]): Explanation {
  const base = fakeExplanation({ ...row, ...changes }, machine, update);
  const [part] = base.parts;
  const clause = part?.clauses.at(-1);
  if (!part || !clause) throw new Error('no clause');
  const when: TraceNode = { op: 'or', truth: 'false', decisive: true, of: leaves };
  return {
    ...base,
    parts: [{ ...part, subject: '11571 Windows Server 2019', clauses: [{ ...clause, when }] }],
  };
}

it('quotes the build of the machine and the own build of the update, not that of a newer one', () => {
  const builds = [
    leaf('ubr', '>= 9000', '7600'),
    leaf('ubr', '>= 8200', '7600'),
    leaf('ubr', '= 100', '7600'),
  ];
  const explanation = explained({ state: 'Required', reason: 'build-below' }, builds);
  expect(quotedLeaf(explanation)?.wanted).toBe('>= 8200');
  expect(sentenceOf(explanation, wordsOf('en'))).toBe(
    'Required: SRV-FILE01 has build revision 7600, KB5083022 brings 8200.',
  );
});

it('names the KB that decides', () => {
  const explanation = explained({ state: 'Installed', reason: 'superseding-kb-listed', by: 5090001 }, []);
  expect(sentenceOf(explanation, wordsOf('de'))).toBe(
    'Installiert: KB5090001 steht in der KB-Liste von SRV-FILE01 und enthält KB5083022.',
  );
});

it('names the product that is in question, without its number', () => {
  const explanation = explained({ state: 'Unknown', reason: 'product-presence-unknown', blockers: [] }, []);
  expect(sentenceOf(explanation, wordsOf('en'))).toContain('whether Windows Server 2019 is on SRV-FILE01');
});

it('an order that rests on KB numbers says both, and how far apart they are', () => {
  const inferred = { state: 'Installed', reason: 'superseding-kb-listed', by: 5_099_999 } as const;
  expect(numbersText(explained({ ...inferred, grade: 'inferred' }, []), wordsOf('en'))).toContain(
    'KB5099999 lies 16,977 above KB5083022, more than 10,000.',
  );
  expect(numbersText(explained({ ...inferred, grade: 'listed' }, []), wordsOf('en'))).toBe('');
  const older = { state: 'Required', reason: 'listed-kbs-older', grade: 'inferred', by: null } as const;
  const newest = (found: string) => explained(older, [leaf('hotfixes-below', '< 5073022', found)]);
  expect(numbersText(newest('KB5000802'), wordsOf('en'))).toContain('KB5000802 lies 82,220 below KB5083022');
  expect(numbersText(newest('empty list'), wordsOf('de'))).toContain('Die Liste ist leer');
});
