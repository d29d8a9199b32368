import { describe, expect, it } from 'vitest';
import { factOf, mergeRecordedFacts } from '../../../src/domain/index.ts';
import type { EvidenceGrade, FactSubject, RecordedFact, RecordedFacts } from '../../../src/domain/index.ts';

const file: FactSubject = { kind: 'file', path: 'c:\\windows\\x.dll' };
const level: FactSubject = { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\Acme', value: 'Level' };
const data = (number: number) => ({ type: 'REG_DWORD', data: number }) as const;

interface Given {
  readonly grade?: EvidenceGrade;
  readonly fact?: Pick<RecordedFact, 'state' | 'value' | 'reason' | 'grade'>;
  readonly subject?: FactSubject;
  readonly complete?: readonly string[];
  readonly at?: string;
}

/** Files of one machine, `0.reg`, `1.reg` …, in this order and the other way round. */
function merged(...given: readonly Given[]) {
  const readings = given.map(({ grade, fact, subject = level, complete = [], at }, index) => {
    const name = `${String(index)}.reg`;
    const facts: RecordedFacts = {
      ...(grade && { grade }),
      facts: fact ? [{ subject, ...fact, file: name, line: 7 }] : [],
      complete,
    };
    return { file: name, collectedAt: at ?? null, facts };
  });
  const result = mergeRecordedFacts(readings);
  const turned = mergeRecordedFacts([...readings].reverse());
  // Which of two contradicting files is named depends on the order, what counts does not.
  const answers = ({ table }: typeof result) =>
    Object.entries(table?.byKey ?? {}).map(([key, { state, value, grade }]) => [key, state, value, grade]);
  expect(answers(turned)).toEqual(answers(result));
  return result;
}

const known = (number: number) => ({ state: 'known', value: data(number) }) as const;

describe('stronger evidence', () => {
  it.each<readonly [EvidenceGrade, EvidenceGrade]>([
    ['A', 'B'],
    ['A', 'C'],
    ['B', 'C'],
  ])('%s counts against %s, and both files are named', (strong, weak) => {
    const { table, warnings } = merged({ grade: weak, fact: known(1) }, { grade: strong, fact: known(2) });
    const fact = factOf(table ?? undefined, level);
    expect(fact).toMatchObject({ state: 'known', value: { data: 2 }, file: '1.reg', line: 7 });
    expect(fact.grade).toBe(strong === 'A' ? undefined : strong);
    expect(warnings).toEqual([
      {
        code: 'facts-outweighed',
        file: '1.reg',
        details: {
          fact: 'reg_value|native|software\\acme|level',
          counts: '1.reg',
          grade: strong,
          second: '0.reg',
          weaker: weak,
        },
      },
    ]);
  });

  it('also where the weaker one is later: time decides between equals only', () => {
    const { table } = merged(
      { grade: 'C', fact: known(1), at: '2026-02-01T00:00:00Z' },
      { grade: 'B', fact: known(2), at: '2026-01-01T00:00:00Z' },
    );
    expect(factOf(table ?? undefined, level)).toMatchObject({ value: { data: 2 } });
  });

  it('two equals without times contradict each other; the weaker third does not settle it', () => {
    const { table, warnings } = merged(
      { grade: 'B', fact: known(1) },
      { grade: 'B', fact: known(2) },
      { grade: 'C', fact: known(2) },
    );
    expect(factOf(table ?? undefined, level)).toMatchObject({
      state: 'unavailable',
      reason: 'contradiction',
    });
    expect(warnings).toMatchObject([{ code: 'facts-contradict' }]);
  });

  it('what it could not find out leaves the word to the weaker', () => {
    const denied = { state: 'unavailable', reason: 'denied' } as const;
    const { table, warnings } = merged({ grade: 'A', fact: denied }, { grade: 'C', fact: known(2) });
    expect(factOf(table ?? undefined, level)).toMatchObject({ value: { data: 2 }, grade: 'C' });
    expect(warnings).toEqual([]);
  });

  it('a whole list makes absent what only weaker evidence shows, and says so', () => {
    const complete = ['registry:native:software\\acme'];
    const { table, warnings } = merged({ grade: 'B', complete }, { grade: 'C', fact: known(2) });
    expect(factOf(table ?? undefined, level)).toMatchObject({ state: 'absent', file: '0.reg', grade: 'B' });
    expect(warnings).toMatchObject([
      { code: 'facts-outweighed', details: { counts: '0.reg', second: '1.reg', weaker: 'C' } },
    ]);
    const equal = merged({ grade: 'B', complete }, { grade: 'B', fact: known(2) });
    expect(factOf(equal.table ?? undefined, level)).toMatchObject({ state: 'known' });
    expect(equal.warnings).toEqual([]);
  });

  it('a weaker answer that knows less of the same thing is no contradiction', () => {
    const strong = { state: 'known', value: { version: '1.0.0.0', size: 10 } } as const;
    const weak = { state: 'known', value: { size: 10 } } as const;
    const other = { state: 'known', value: { size: 11 } } as const;
    expect(
      merged({ grade: 'B', fact: strong, subject: file }, { grade: 'C', fact: weak, subject: file }).warnings,
    ).toEqual([]);
    expect(
      merged({ grade: 'B', fact: strong, subject: file }, { grade: 'C', fact: other, subject: file })
        .warnings,
    ).toHaveLength(1);
  });

  it('the grade of a single fact may be weaker than that of its file', () => {
    const { table } = merged(
      { grade: 'B', fact: { ...known(1), grade: 'C' } },
      { grade: 'B', fact: known(2) },
    );
    expect(factOf(table ?? undefined, level)).toMatchObject({ value: { data: 2 }, grade: 'B' });
  });
});

describe('partial lists', () => {
  it.each<EvidenceGrade>(['C', 'D'])('of grade %s never make anything absent', (grade) => {
    const complete = ['registry'];
    const alone = merged({ grade, complete, fact: { state: 'absent' } });
    expect(factOf(alone.table ?? undefined, level).state).toBe('unavailable');
    const beside = merged({ grade, complete, fact: { state: 'absent' } }, { grade: 'B', fact: known(2) });
    expect(factOf(beside.table ?? undefined, level)).toMatchObject({ state: 'known' });
    const other: FactSubject = { ...level, value: 'Other' } as FactSubject;
    expect(factOf(beside.table ?? undefined, other).state).toBe('unavailable');
  });

  it('verdicts of other tools are no facts at all', () => {
    expect(merged({ grade: 'D', fact: known(1) }).table).toBeNull();
  });
});

it('of very many contradictions a hundred are named and the rest counted', () => {
  const facts = (number: number, name: string) =>
    Array.from({ length: 150 }, (_, at): RecordedFact => {
      const subject = { ...level, value: `v${String(at)}` } as FactSubject;
      return { subject, ...known(number), file: name, line: at };
    });
  const { warnings } = mergeRecordedFacts([
    { file: 'a', collectedAt: null, facts: { grade: 'B', facts: facts(1, 'a'), complete: [] } },
    { file: 'b', collectedAt: null, facts: { grade: 'B', facts: facts(2, 'b'), complete: [] } },
  ]);
  expect(warnings).toHaveLength(101);
  expect(warnings.at(-1)).toMatchObject({ code: 'facts-contradict-more', details: { count: 50 } });
});
