import { describe, expect, it } from 'vitest';
import { readLeaf, readRuleSections } from '../../../support/rule-text.ts';

const hklm = 'Key="HKEY_LOCAL_MACHINE"';
const dword = (data: string) =>
  `<b.RegDword ${hklm} Subkey="A" Value="B" Comparison="EqualTo" Data="${data}"/>`;

/** Element and fault as the leaf names them. */
const faults: readonly (readonly [xml: string, name: string])[] = [
  [dword('4294967296'), 'RegDword: Data "4294967296" is not a number from 0 to 4294967295'],
  [dword('-1'), 'RegDword: Data "-1" is not a number from 0 to 4294967295'],
  [dword('0x10'), 'RegDword: Data "0x10" is not a number from 0 to 4294967295'],
  [`<b.RegDword ${hklm} Subkey="A" Value="B" Data="1"/>`, 'RegDword: Comparison missing'],
  [`<b.RegDword ${hklm} Subkey="A" Comparison="EqualTo" Data="1"/>`, 'RegDword: Value missing'],
  [
    '<b.RegKeyExists Key="HKEY_CURRENT_USER" Subkey="A"/>',
    'RegKeyExists: Key "HKEY_CURRENT_USER" is not one of HKEY_LOCAL_MACHINE, HKEY_LOOP_TARGET',
  ],
  ['<b.RegKeyExists Key="HKEY_LOOP_TARGET" Subkey="A"/>', 'RegKeyExists: HKEY_LOOP_TARGET outside a loop'],
  [`<b.RegSz ${hklm} Subkey="A" Value="B" Comparison="EqualTo" Data=""/>`, 'RegSz: Data empty'],
  [
    `<b.RegSz ${hklm} Subkey="A" Value="B" Comparison="Like" Data="x"/>`,
    'RegSz: Comparison "Like" is not one of EqualTo, BeginsWith, Contains, EndsWith',
  ],
  ['<And/>', 'And: empty'],
  ['<Or></Or>', 'Or: empty'],
  ['<Not/>', 'Not: empty'],
  ['<Not><True/><False/></Not>', 'Not: more than one rule in it'],
  [
    `<b.RegKeyLoop ${hklm} Subkey="A" TrueIf="Any"><True/><True/></b.RegKeyLoop>`,
    'RegKeyLoop: more than one rule in it',
  ],
  [
    `<b.RegKeyLoop ${hklm} Subkey="A" TrueIf="Most"><True/></b.RegKeyLoop>`,
    'RegKeyLoop: TrueIf "Most" is not one of Any, All, None',
  ],
  ['<b.WindowsVersion/>', 'WindowsVersion: asks nothing'],
  [
    '<b.FileVersion Csidl="37" Path="a" Comparison="EqualTo" Version="1.2.x"/>',
    'FileVersion: Version "1.2.x" is not a version',
  ],
  [
    '<b.FileCreated Path="a" Comparison="EqualTo" Created="yesterday"/>',
    'FileCreated: Created "yesterday" is not a date',
  ],
  ['<m.MsiProductInstalled ProductCode="{12}"/>', 'MsiProductInstalled: ProductCode "{12}" is not a GUID'],
  ['<m.MsiPatchInstalled/>', 'MsiPatchInstalled: MsiPatchMetadata missing'],
  ['<m.MsiApplicationInstalled/>', 'MsiApplicationInstalled: MsiApplicationMetadata missing'],
  ['<CbsPackageInstalled/>', 'CbsPackageInstalled: CbsPackageApplicabilityMetadata missing'],
  [
    '<m.MsiFeatureInstalledForProduct><Feature>A</Feature></m.MsiFeatureInstalledForProduct>',
    'MsiFeatureInstalledForProduct: Product missing',
  ],
];

describe('malformed rules', () => {
  it.each(faults)('%s', (xml, name) => {
    expect(readLeaf(xml)).toEqual({ kind: 'not-understood', name, element: true });
  });

  it('a malformed element leaves its neighbours alone and is counted once for all its uses', () => {
    const { sections, tally } = readRuleSections(
      `<IsInstalled><And>${dword('4294967296')}<True/></And></IsInstalled><IsInstallable>${dword('4294967296')}</IsInstallable>`,
    );
    expect(sections.isInstalled).toMatchObject({ op: 'and', of: [{ op: 'leaf' }, { op: 'true' }] });
    expect(tally.warnings()).toEqual([
      {
        code: 'rule-not-understood',
        details: {
          element: 'RegDword',
          fault: 'Data "4294967296" is not a number from 0 to 4294967295',
          first: 'update-1',
          count: 2,
        },
      },
    ]);
  });

  it('a loop target inside a loop is fine, and each child states its own view', () => {
    const leaf = readLeaf(
      `<b.RegKeyLoop ${hklm} Subkey="SOFTWARE\\Wow6432Node\\X" RegType32="true" TrueIf="None"><And><b.RegValueExists Key="HKEY_LOOP_TARGET" Subkey="\\Sub\\"/><b.RegKeyExists Key="HKEY_LOOP_TARGET" Subkey="\\"/></And></b.RegKeyLoop>`,
    );
    expect(leaf).toMatchObject({
      kind: 'reg-key-loop',
      path: { root: 'machine', view: 'wow32', key: 'SOFTWARE\\Wow6432Node\\X' },
      trueIf: 'None',
      of: {
        op: 'and',
        of: [
          { leaf: { path: { root: 'loop', view: 'native', key: 'Sub', value: '' } } },
          { leaf: { path: { root: 'loop', view: 'native', key: '' } } },
        ],
      },
    });
  });

  it.each([
    ['SOFTWARE\\Wow6432Node\\A', 'false', 'native', 'SOFTWARE\\Wow6432Node\\A'],
    ['SOFTWARE\\A', 'true', 'wow32', 'SOFTWARE\\A'],
    ['\\Software\\Microsoft\\Exchange\\', '0', 'native', 'Software\\Microsoft\\Exchange'],
  ])('%s with RegType32=%s is %s %s', (subkey, flag, view, key) => {
    const leaf = readLeaf(`<b.RegKeyExists ${hklm} Subkey="${subkey}" RegType32="${flag}"/>`);
    expect(leaf).toEqual({ kind: 'reg-key-exists', path: { root: 'machine', view, key } });
  });

  it.each([
    ['2009-07-14T01:14:24.1200000', '2009-07-14T01:14:24.12Z'],
    ['2009-07-14T01:14:24.1234567Z', '2009-07-14T01:14:24.1234567Z'],
    ['2009-07-14T01:14:24+02:00', '2009-07-13T23:14:24Z'],
  ])('the date %s is %s', (written, utc) => {
    expect(readLeaf(`<b.FileModified Path="a" Comparison="EqualTo" Modified="${written}"/>`)).toMatchObject({
      time: utc,
    });
  });
});
