import fc from 'fast-check';
import { notCollected } from '../../src/domain/index.ts';
import type {
  Clause,
  CompiledCatalog,
  Fact,
  Leaf,
  Machine,
  PatchState,
  Rule,
  UpdateRules,
} from '../../src/domain/index.ts';

const builds = ['10.0.17763', '10.0.19045', '6.1.7601', '10.0.99999'] as const;
const kbs = [4_000_000, 4_010_001, 4_020_002, 5_000_000, 5_010_001] as const;
const ubrs = [0, 1, 500, 4_294_967_296] as const;

/** Every kind of leaf, over few values so that machines answer all three ways. */
export const leaves: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    kind: fc.constant('os-build' as const),
    builds: fc.subarray([...builds], { minLength: 1 }),
  }),
  fc.constant<Leaf>({ kind: 'os-build-known' }),
  fc.record({ kind: fc.constant('os-service-pack' as const), servicePack: fc.integer({ min: 0, max: 2 }) }),
  fc.record({
    kind: fc.constant('os-role' as const),
    role: fc.constantFrom('client' as const, 'server' as const),
  }),
  fc.record({
    kind: fc.constant('os-architecture' as const),
    architecture: fc.constantFrom('x86' as const, 'x64' as const, 'arm64' as const),
  }),
  fc.record({
    kind: fc.constant('os-installation' as const),
    installation: fc.constantFrom('full' as const, 'core' as const),
  }),
  fc.record({
    kind: fc.constant('ubr' as const),
    comparison: fc.constantFrom('>=' as const, '=' as const),
    value: fc.constantFrom(...ubrs),
  }),
  { arbitrary: fc.record({ kind: fc.constant('hotfix' as const), kb: fc.constantFrom(...kbs) }), weight: 4 },
  fc.record({ kind: fc.constant('hotfixes-below' as const), kb: fc.constantFrom(...kbs) }),
  fc.record({
    kind: fc.constant('product' as const),
    product: fc.constantFrom('SQL Server', 'Excel'),
    family: fc.constantFrom('SQL Server', null),
    blocker: fc.constant('product-presence' as const),
  }),
  fc.record({
    kind: fc.constant('product-version' as const),
    product: fc.constantFrom('SQL Server', 'Excel'),
    family: fc.constantFrom('SQL Server', null),
    blocker: fc.constant('product-presence' as const),
    version: fc.constantFrom('15.0.2155.1', '15.0.4430.1'),
  }),
  fc.record({ kind: fc.constant('not-understood' as const), name: fc.constantFrom('a', 'b') }),
);

const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { arbitrary: leaves.map((leaf): Rule => ({ op: 'leaf', leaf })), weight: 5 },
    fc.constantFrom<Rule>({ op: 'true' }, { op: 'false' }),
    fc.record({
      op: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('rule'), { maxLength: 4 }),
    }),
    fc.record({ op: fc.constantFrom('not' as const, 'proven' as const), of: tie('rule') }),
  ),
})).rule;

const states: readonly PatchState[] = ['Required', 'Installed', 'NotRequired', 'Unknown'];

const clauses: fc.Arbitrary<Clause> = fc.record({
  when: rules,
  state: fc.constantFrom(...states),
  reason: fc.constant('undecided' as const),
  grade: fc.constant('listed' as const),
  possible: fc.subarray([...states].slice(0, 3), { minLength: 2 }),
  source: fc.constant('random'),
});

export const catalogs: fc.Arbitrary<CompiledCatalog> = fc
  .array(
    fc.record({
      first: fc.option(clauses, { nil: null, freq: 3 }),
      parts: fc.array(
        fc.record({
          subject: fc.constant('part'),
          // Mostly closed by a clause that always holds, as compiled ones are.
          clauses: fc
            .tuple(fc.array(clauses, { maxLength: 3 }), fc.constantFrom(...states), fc.boolean())
            .map(([some, last, open]): Clause[] =>
              open
                ? some
                : [
                    ...some,
                    { when: { op: 'true' }, state: last, reason: 'undecided', grade: null, source: 'random' },
                  ],
            ),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((updates) => ({
    key: 'random',
    updates: updates.map((rules_, i): UpdateRules => ({ update: `u${String(i)}`, ...rules_ })),
  }));

function facts<T>(values: readonly T[], unknownWeight = 1): fc.Arbitrary<Fact<T>> {
  const evidence = { file: 'f', sha256: '', line: null, text: '' };
  return fc.oneof(
    {
      arbitrary: fc.constantFrom(...values).map((value): Fact<T> => ({ state: 'known', value, evidence })),
      weight: 5,
    },
    { arbitrary: fc.constant<Fact<T>>(notCollected), weight: unknownWeight },
    { arbitrary: fc.constant<Fact<T>>({ state: 'absent', evidence }), weight: 1 },
  );
}

export const fleets: fc.Arbitrary<readonly Machine[]> = fc
  .array(
    fc.record({
      os: fc.record({
        version: facts<string>(builds),
        name: fc.constant<Fact<string>>(notCollected),
        servicePack: facts([0, 1, 2]),
        architecture: facts(['x86', 'x64', 'arm64'] as const),
        role: facts(['client', 'server'] as const),
        installation: facts(['full', 'core'] as const),
        ubr: facts([0, 1, 499, 500, 4_294_967_295, 4_294_967_296], 3),
        edition: fc.constant<Fact<string>>(notCollected),
      }),
      completeness: fc.constantFrom(
        'complete' as const,
        'complete' as const,
        'cut' as const,
        'missing' as const,
      ),
      listed: fc.subarray([...kbs, 3_999_999]),
    }),
    { minLength: 1, maxLength: 140, size: 'max' },
  )
  .map((made) =>
    made.map(({ os, completeness, listed }, i): Machine => ({
      id: `m${String(i).padStart(3, '0')}`,
      name: `M${String(i)}`,
      os,
      hotfixes: {
        completeness,
        entries:
          completeness === 'missing'
            ? []
            : listed.map((kb) => ({ id: `KB${String(kb)}`, kb, installedOn: null, file: 'f', line: null })),
      },
      files: [],
      history: [],
      incomplete: [],
    })),
  );
