import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { documentSchema } from '../../../../src/formats/workspace/document-schema.ts';
import { readingSchema } from '../../../../src/formats/workspace/reading-schema.ts';
import { isRule } from '../../../../src/formats/workspace/rule-schema.ts';

const head = {
  title: 'x',
  revision: '1',
  initialReleaseDate: '',
  currentReleaseDate: '2020-01-01T00:00:00Z',
  file: 'x.sdp',
  bytes: 1,
  sha256: '',
  warnings: [],
};
const sdp = {
  ...head,
  source: 'sdp',
  id: 'p',
  root: 'SoftwareDistributionPackage',
  edition: 'p@2020',
  vendors: ['V'],
  packages: [],
  ruleElements: { And: 1 },
};

describe('documents of other sources in a workspace file', () => {
  it('takes a file of packages as it was stored', () => {
    expect(v.is(documentSchema, sdp)).toBe(true);
  });

  it('refuses a document of no known source, and one with a member too many', () => {
    expect(v.is(documentSchema, { ...sdp, source: 'other' })).toBe(false);
    expect(v.is(documentSchema, { ...sdp, extra: 1 })).toBe(false);
  });
});

describe('rules in a workspace file', () => {
  const leaf = { op: 'leaf', leaf: { kind: 'mui-installed' } };

  it('takes every operator, and loops with their child', () => {
    const loop = { op: 'leaf', leaf: { kind: 'reg-key-loop', of: { op: 'true' } } };
    expect(isRule({ op: 'and', of: [leaf, { op: 'not', of: loop }, { op: 'false' }] })).toBe(true);
  });

  it('refuses an unknown operator, a missing child and a nesting without end', () => {
    expect(isRule({ op: 'xor', of: [leaf] })).toBe(false);
    expect(isRule({ op: 'not' })).toBe(false);
    expect(isRule({ op: 'leaf', leaf: { kind: 'reg-key-loop' } })).toBe(false);
    let deep: object = leaf;
    for (let i = 0; i < 10_000; i++) deep = { op: 'not', of: deep };
    expect(isRule(deep)).toBe(false);
  });
});

describe('recorded facts in a workspace file', () => {
  const reading = {
    format: 'facts',
    file: 'a.facts.json',
    sha256: '',
    bytes: 1,
    machineName: 'A',
    stem: 'a',
    os: null,
    hotfixes: null,
    collectedAt: null,
    warnings: [],
  };
  const fact = {
    subject: { kind: 'reg_value', view: 'native', key: 'software\\acme', value: 'level' },
    state: 'known',
    value: { type: 'REG_DWORD', data: 5 },
    file: 'a.facts.json',
    line: 3,
  };

  it('come back as they were', () => {
    const facts = { facts: [fact], complete: ['msi'] };
    expect(v.parse(readingSchema, { ...reading, facts })).toEqual({ ...reading, facts });
  });

  it('are refused with a state that there is not', () => {
    const facts = { facts: [{ ...fact, state: 'maybe' }], complete: [] };
    expect(v.is(readingSchema, { ...reading, facts })).toBe(false);
  });
});

describe('verdicts and records of an inventory in a workspace file', () => {
  const reading = {
    format: 'sms-report',
    file: 'r.xml',
    sha256: '',
    bytes: 1,
    machineName: 'A',
    stem: 'r',
    os: null,
    hotfixes: null,
    collectedAt: null,
    warnings: [],
  };
  const verdict = {
    updateId: null,
    revision: null,
    kbs: [5001300],
    bulletin: 'MS31-001',
    title: 'T',
    state: 'required',
    original: 'Applicable',
    line: 3,
  };
  const values = { ID: 'MS31-001' };
  const record = {
    group: 'Win32_PatchState',
    values,
    content: 'new',
    line: 3,
    meaning: { reported: verdict },
  };
  const whole = {
    ...reading,
    marks: { clientId: 'GUID:1' },
    report: { kind: 'delta', major: 4, minor: null },
    records: [record],
    reported: { reporter: 'patch-state', tool: '', scannedAt: null, catalogDate: null, entries: [verdict] },
  };

  it('come back as they were', () => {
    expect(v.parse(readingSchema, whole)).toEqual(whole);
  });

  it('are refused with a state that there is not', () => {
    const reported = { ...whole.reported, entries: [{ ...verdict, state: 'maybe' }] };
    expect(v.is(readingSchema, { ...whole, reported })).toBe(false);
  });
});
