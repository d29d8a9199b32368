import { describe, expect, it } from 'vitest';
import { bagFolder, collidingNames, refuseName, safeNames } from '../../../../src/formats/bundle/index.ts';

describe('refuseName', () => {
  it.each([
    ['../x', 'path-separator'],
    ['..\\x', 'path-separator'],
    ['/abs', 'path-separator'],
    ['C:\\x', 'path-separator'],
    ['C:x', 'stream-or-drive'],
    ['\\\\srv\\x', 'path-separator'],
    ['a:stream', 'stream-or-drive'],
    ['CON', 'device-name'],
    ['con.msu', 'device-name'],
    ['com1 .txt', 'device-name'],
    ['LPT\u00B2', 'device-name'],
    ['x.', 'trailing-dot-or-blank'],
    ['x ', 'trailing-dot-or-blank'],
    ['..', 'trailing-dot-or-blank'],
    ['', 'empty'],
    ['a\u0000b', 'control-character'],
  ])('ZIP01 %j is refused: %s', (name, reason) => {
    expect(refuseName(name)).toBe(reason);
  });

  it.each(['windows10.0-kb5034768-x64_0123.msu', 'CONSOLE.exe', 'com10.txt', 'Übung.msu', 'a'.repeat(300)])(
    '%j is not refused',
    (name) => expect(refuseName(name)).toBeNull(),
  );
});

describe('collidingNames', () => {
  it.each([
    ['A.msu', 'a.MSU'],
    ['e\u0301.msu', '\u00E9.msu'],
    ['stra\u00DFe.msu', 'STRASSE.msu'],
    ['\uFF21.msu', 'a.msu'],
  ])('ZIP02 %j and %j are one name', (one, other) => {
    expect(collidingNames(['z', one, other])).toEqual([one, other]);
  });

  it('different names do not collide', () => expect(collidingNames(['a', 'b', 'ab'])).toBeNull());
});

describe('safeNames', () => {
  it('keeps Microsoft names to the letter', () => {
    const names = [
      'windows11.0-kb5043080-x64_953449672073f8fb99badb4cc6d5d7849b9c83e8.msu',
      'Windows6.1-KB4490628-x64.msu',
    ];
    expect(safeNames(names)).toEqual(names);
  });

  it('PKG09 Unicode, percent signs and long names become safe short names that keep the extension', () => {
    const [unicode, percent, long] = safeNames([
      'Обновление kb9000001.msu',
      'a%20b.exe',
      `${'n'.repeat(300)}.msu`,
    ]);
    expect(unicode).toBe('__________ kb9000001.msu');
    expect(percent).toBe('a_20b.exe');
    expect(long).toBe(`${'n'.repeat(96)}.msu`);
  });

  it('numbers mapped names that meet, and never changes a safe one for them', () => {
    expect(safeNames(['ä.msu', 'ö.msu', '_.msu'])).toEqual(['_~2.msu', '_~3.msu', '_.msu']);
  });
});

describe('bagFolder', () => {
  it.each([
    ['North, November', 'North-November'],
    ['Köln_2026-11', 'Koln_2026-11'],
    ['..\\..\\evil', 'evil'],
    ['x'.repeat(100), 'x'.repeat(60)],
    ['CON', 'the-id'],
    ['北', 'the-id'],
    ['', 'the-id'],
  ])('%j becomes the folder %j', (name, folder) => expect(bagFolder(name, 'the-id')).toBe(folder));
});
