import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  blockerKinds,
  journalActs,
  rejectionCodes,
  stateReasons,
  type RejectionCode,
} from '../../../../src/domain/index.ts';
import { errorDetails, errorText, wordsOf } from '../../../../src/ui/words/index.ts';

const languages = ['en', 'de', 'pseudo'] as const;

/** Every text of a catalogue with its path; functions are called with numbers and texts that show up. */
function* texts(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const [i, v] of value.entries()) yield* texts(v, `${path}[${i}]`);
  else if (value !== null && typeof value === 'object' && !path.endsWith('.format')) {
    for (const [key, item] of Object.entries(value)) yield* texts(item, `${path}.${key}`);
  }
}

const error = (code: RejectionCode) => ({ code, file: 'PC01.txt', place: 'line 7', details: {} });

/** What can fail while a bundle is put together and written. */
const bundleCodes = rejectionCodes.filter(
  (code) =>
    /^(?:bundle|update-file)-/.test(code) ||
    ['file-empty', 'file-unreadable', 'file-changed-while-read', 'web-page-instead', 'cancelled'].includes(
      code,
    ) ||
    ['internal', 'worker-stopped', 'read-only', 'storage-full'].includes(code),
);

describe.each(languages)('words in %s', (language) => {
  const words = wordsOf(language);

  it.each(rejectionCodes)('%s is told in five parts', (code) => {
    const parts = errorText(words.errors, error(code));
    expect(parts.what.length).toBeGreaterThan(10);
    expect(parts.where).toBe('PC01.txt, line 7');
    expect(parts.kept.length).toBeGreaterThan(10);
    expect(parts.todo.length).toBeGreaterThan(0);
    for (const step of parts.todo) expect(step.length).toBeGreaterThan(10);
    expect(parts.code).toBe(code);
    for (const text of [parts.what, parts.kept, ...parts.todo]) {
      expect(text).not.toMatch(/undefined|NaN|\[object|invalid file/i);
    }
  });

  it.each(bundleCodes)('%s says nothing of an import where a bundle is put together', (code) => {
    const parts = errorText(words.errors, error(code), null, 'bundle');
    expect([parts.what, parts.kept, ...parts.todo].join(' ')).not.toMatch(/import|inventor|inventar/i);
    expect(parts.kept).not.toBe(words.errors.by['file-empty'].kept);
  });

  it.each(stateReasons)('%s has a name and a sentence with the values of the machine', (reason) => {
    expect(words.states.reason[reason]).not.toBe('');
    const said = words.explain.sentence[reason]({
      kb: 'KB1234567',
      machine: 'PC01',
      by: 'KB7654321',
      found: '17763',
      wanted: '5122',
      subject: 'SQL',
    });
    expect(said).toMatch(language === 'pseudo' ? /^\[.*\]$/ : /^[\p{Lu}].*\.$/u);
    expect(said).not.toMatch(/undefined| {2}/);
  });

  it('each kind of missing fact has a name and says how to get it', () => {
    for (const kind of blockerKinds) {
      expect(words.states.blocker[kind].length).toBeGreaterThan(2);
      expect(words.states.settle[kind].length).toBeGreaterThan(20);
    }
  });

  it('each act of the journal has a name, and no two have the same', () => {
    const names = journalActs.map((act) => words.journal.act[act]);
    expect(new Set(names).size).toBe(journalActs.length);
  });

  it('no text is empty, apologises or exclaims', () => {
    for (const [path, text] of texts(words, language)) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/sorry|leider|oops|!$/i);
    }
  });
});

it('the whole file is named as place where no line is', () => {
  const parts = errorText(wordsOf('en').errors, {
    code: 'file-empty',
    file: 'a.txt',
    place: '',
    details: {},
  });
  expect(parts.where).toBe('a.txt, the whole file');
});

it('copied details carry values that the sentence leaves out', () => {
  const failure = { code: 'internal', file: '', place: '', details: { message: 'boom at 7' } } as const;
  const words = wordsOf('en');
  const parts = errorText(words.errors, failure);
  expect(parts.what).not.toContain('boom');
  expect(errorDetails(parts, failure)).toContain('message: boom at 7');
});

it('German says something else than English wherever there are words', () => {
  const german = new Map([...texts(wordsOf('de'), '')]);
  const same = [...texts(wordsOf('en'), '')].filter(
    ([path, text]) => german.get(path) === text && / /.test(text),
  );
  // Names of files, commands and products stay; sentences do not.
  expect(same.map(([, text]) => text).filter((text) => /[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(text))).toEqual(
    [],
  );
});

it('German has one word for each thing: no second one slips in', () => {
  const folder = new URL('../../../../src/ui/words/de/', import.meta.url);
  const second = /\b(Maschinen?|Bündels?|Schienen?|abgelöst\w*|Ablösung|Updatedatei\w*|Scan|zurückziehen)\b/u;
  for (const name of readdirSync(folder)) {
    for (const line of readFileSync(new URL(name, folder), 'utf8').split('\n')) {
      expect(line, name).not.toMatch(second);
    }
  }
});

describe('pseudo-locale', () => {
  it('changes every text, is longer, and can be told from a text that was cut', () => {
    const plain = new Map([...texts(wordsOf('en'), '')]);
    for (const [path, text] of texts(wordsOf('pseudo'), '')) {
      if (path === '.language') continue;
      expect(text, path).toMatch(/^\[.*\]$/s);
      expect(text.length, path).toBeGreaterThan((plain.get(path) ?? '').length * 1.3);
    }
  });

  it('calls functions with the same values', () => {
    expect(wordsOf('pseudo').common.machines(3)).toContain('3');
  });
});
