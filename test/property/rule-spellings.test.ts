import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RulePool } from '../../src/domain/index.ts';
import { RuleTally, readSection, vocabulary } from '../../src/formats/rules/index.ts';
import type { RuleElement } from '../../src/formats/rules/index.ts';

const hklm = { Key: 'HKEY_LOCAL_MACHINE', Subkey: 'SOFTWARE\\Example' };
const comparison = fc.constantFrom('LessThan', 'EqualTo', 'GreaterThanOrEqualTo', 'greaterthan');
const version = fc
  .array(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'));
const text = fc.string({ minLength: 1, maxLength: 20 });
const number = fc.integer({ min: 0, max: 0xffff_ffff }).map(String);

type Attributes = Readonly<Record<string, string>>;
const leaf = (name: string, attributes: fc.Arbitrary<Attributes>) =>
  attributes.map((given) => ({ name, given, children: [] as readonly Described[] }));

interface Described {
  readonly name: string;
  readonly given: Attributes;
  readonly children: readonly Described[];
}

const leaves: fc.Arbitrary<Described> = fc.oneof(
  leaf(
    'RegDword',
    fc.record({
      Key: fc.constant(hklm.Key),
      Subkey: text,
      Value: text,
      Comparison: comparison,
      Data: number,
    }),
  ),
  leaf(
    'RegSz',
    fc.record({
      Key: fc.constant(hklm.Key),
      Subkey: text,
      Value: text,
      Comparison: fc.constantFrom('EqualTo', 'Contains'),
      Data: text,
    }),
  ),
  leaf(
    'FileVersion',
    fc.record({ Path: text, Csidl: fc.constantFrom('36', '37'), Comparison: comparison, Version: version }),
  ),
  leaf('WindowsVersion', fc.record({ MajorVersion: fc.constantFrom('6', '10'), Comparison: comparison })),
  leaf('Processor', fc.record({ Architecture: fc.constantFrom('0', '9') })),
  leaf('WmiQuery', fc.record({ WqlQuery: text })),
  leaf('True', fc.constant({})),
);

const { tree } = fc.letrec<{ tree: Described; inner: Described }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaves, tie('inner')),
  inner: fc.oneof(
    fc.record({
      name: fc.constantFrom('And', 'Or'),
      given: fc.constant({}),
      children: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ name: fc.constant('Not'), given: fc.constant({}), children: fc.tuple(tie('tree')) }),
    fc.record({
      name: fc.constant('RegKeyLoop'),
      given: fc.constant({ ...hklm, TrueIf: 'Any' }),
      children: fc.tuple(tie('tree')),
    }),
  ),
}));

/** The tree as the reader gives it; attributes in the given order. */
function element({ name, given, children }: Described, reversed: boolean): RuleElement {
  const entries = Object.entries(given);
  return {
    name,
    attributes: new Map(reversed ? entries.reverse() : entries),
    children: children.map((child) => element(child, reversed)),
    text: '',
  };
}

const section = (child: RuleElement): RuleElement => ({
  name: 'IsInstalled',
  attributes: new Map(),
  children: [child],
  text: '',
});

function read(root: RuleElement) {
  const reading = { pool: new RulePool(), tally: new RuleTally() };
  return { rule: readSection(section(root), 'update', reading), ...reading };
}

const sizeOf = ({ children }: Described): number => children.reduce((sum, child) => sum + sizeOf(child), 1);

describe('rules in any spelling', () => {
  it('the order of attributes means nothing, every element is counted, nothing well-formed is refused', () => {
    fc.assert(
      fc.property(tree, (described) => {
        const one = read(element(described, false));
        const other = read(element(described, true));
        expect(other.rule).toEqual(one.rule);
        const counted = Object.values(one.tally.elements()).reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(sizeOf(described));
        expect(one.tally.warnings()).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('sharing changes no rule, and shares equal ones', () => {
    fc.assert(
      fc.property(tree, (described) => {
        const { rule, pool } = read(element(described, false));
        const copy = JSON.parse(JSON.stringify(rule)) as NonNullable<typeof rule>;
        const before = pool.size;
        expect(pool.share(copy)).toBe(rule);
        expect(pool.size).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('whatever stands in attributes of whatever element: a rule comes out, faults say their element', () => {
    const names = fc.oneof(fc.constantFrom(...vocabulary.keys()), text);
    const anything = fc.dictionary(
      fc.constantFrom(
        'Key',
        'Subkey',
        'Value',
        'Comparison',
        'Data',
        'Path',
        'Csidl',
        'Version',
        'TrueIf',
        'Name',
        'ProductCode',
      ),
      fc.oneof(
        text,
        number,
        comparison,
        fc.constantFrom('', 'HKEY_LOCAL_MACHINE', 'HKEY_LOOP_TARGET', '-1', '1e9'),
      ),
    );
    fc.assert(
      fc.property(names, anything, fc.array(leaves, { maxLength: 2 }), (name, given, children) => {
        const { rule, tally } = read(element({ name, given, children }, false));
        expect(rule).not.toBeNull();
        if (rule?.op === 'leaf' && rule.leaf.kind === 'not-understood' && tally.warnings().length > 0) {
          expect(rule.leaf.name.startsWith(name.slice(0, 60))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
