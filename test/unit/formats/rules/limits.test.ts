import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../../src/formats/format-error.ts';
import { readLeaf, readRuleText } from '../../../support/rule-text.ts';

function refusalOf(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof FormatError) return error.rejection;
    throw error;
  }
  throw new Error('not refused');
}

describe('limits of rules', () => {
  it('10,000 nested Nots are refused by the depth', () => {
    const nots = '<Not>'.repeat(10_000) + '<True/>' + '</Not>'.repeat(10_000);
    expect(refusalOf(() => readRuleText(nots))).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'rule-depth', maximum: 200 },
    });
  });

  it('a million leaves are refused by their number', () => {
    const leaves = '<True/>'.repeat(1_000_000);
    expect(refusalOf(() => readRuleText(`<And>${leaves}</And>`))).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'rule-elements', maximum: 200_000 },
    });
  });

  it('an attribute of a million characters is refused', () => {
    const query = 'x'.repeat(1_000_000);
    expect(refusalOf(() => readRuleText(`<b.WmiQuery WqlQuery="${query}"/>`))).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'rule-attribute-length', maximum: 262_144 },
    });
  });

  it('the longest real query, 16,353 characters, is kept whole', () => {
    const query = 'q'.repeat(16_353);
    expect(readLeaf(`<b.WmiQuery WqlQuery="${query}"/>`)).toEqual({
      kind: 'wmi-query',
      namespace: 'root\\cimv2',
      query,
    });
  });

  it('loops nested in loops end at the depth too', () => {
    const open = '<b.RegKeyLoop Key="HKEY_LOCAL_MACHINE" Subkey="A" TrueIf="Any">';
    const loops = open.repeat(300) + '<True/>' + '</b.RegKeyLoop>'.repeat(300);
    expect(refusalOf(() => readRuleText(loops)).details).toEqual({ limit: 'rule-depth', maximum: 200 });
  });

  it('names that mean something to objects are refused behind a prefix too (CAT19)', () => {
    expect(refusalOf(() => readRuleText('<b.__proto__/>')).code).toBe('name-refused');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
