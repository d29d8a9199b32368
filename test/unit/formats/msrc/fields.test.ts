import { describe, expect, it } from 'vitest';
import { compareVersions, readReleaseDate } from '../../../../src/domain/index.ts';
import {
  readExploitStatus,
  readFixedBuilds,
  readKb,
  readRestart,
  readScore,
  readSeverity,
  readSupersedes,
} from '../../../../src/formats/msrc/fields.ts';

// Every form below is one that msrc-cvrf, section 2, lists as seen in real documents.
describe('fields of a remediation', () => {
  it.each([
    ['5034768', 5034768],
    [' 890830 ', 890830],
    ['Release Notes', null],
    ['Click to Run', null],
    ['12345', null],
    ['12345678', null],
    ['KB5034768', null],
    ['', null],
  ])('KB of %j', (text, kb) => expect(readKb(text)).toBe(kb));

  it.each([
    ['10.0.19045.7058', ['10.0.19045.7058']],
    ['4.8.09110.07', ['4.8.09110.07']],
    ['1.2.3.4; 5.6.7.8', ['5.6.7.8', '1.2.3.4']],
    ['1.2.3.4;1.2.3.4;', ['1.2.3.4']],
    ['9.9.9', []],
    ['4.18.3-1', []],
    ['1.2.3.4-5', []],
    ['1.2.3.4; words', []],
    ['https://aka.ms/OfficeSecurityReleases', []],
    ['App Build 1.2.3, Platform Build 4.5.6', []],
    ['', []],
  ])('FixedBuild %j', (text, builds) => expect(readFixedBuilds(text)).toEqual(builds));

  it('CAT27 builds are compared as versions: 5.10 is above 5.9', () => {
    expect(readFixedBuilds('10.0.17763.999; 10.0.17763.1000')[0]).toBe('10.0.17763.1000');
    expect(readFixedBuilds('5.9.0.0; 5.10.0.0')[0]).toBe('5.10.0.0');
    expect(compareVersions('5.10', '5.9')).toBeGreaterThan(0);
    expect(compareVersions('5.10', '5.10.0.0')).toBe(0);
    expect(compareVersions('4.8.09110.07', '4.8.9110.7')).toBe(0);
    expect(compareVersions('6.1.7601.28064', '10.0.10240.1')).toBeLessThan(0);
  });

  it.each([
    ['4480116', [4480116]],
    ['4480116; 4480963', [4480116, 4480963]],
    ['4480963, 4480116 4480116', [4480116, 4480963]],
    ['MS11-019, 2511455; MS11-071, 2570947', [2511455, 2570947]],
    ['4480963, 44809', [4480963]],
    ['1.22.3', []],
    ['', []],
  ])('Supercedence %j', (text, kbs) => expect(readSupersedes(text)).toEqual(kbs));

  it('restart, severity, score and exploit status', () => {
    expect(['Yes', 'No', 'Maybe', '', 'Perhaps'].map(readRestart)).toEqual([
      'yes',
      'no',
      'maybe',
      'unknown',
      'unknown',
    ]);
    expect(['Critical', ' important', 'None', '', 'Severe'].map(readSeverity)).toEqual([
      'Critical',
      'Important',
      'None',
      null,
      null,
    ]);
    expect(['9.8', '0', '10', '10.1', '-1', '7,8', ''].map(readScore)).toEqual([
      9.8,
      0,
      10,
      null,
      null,
      null,
      null,
    ]);
    expect(readExploitStatus('Publicly Disclosed:No;Exploited:Yes;Latest Software Release:x')).toEqual({
      exploited: true,
      disclosed: false,
    });
    expect(readExploitStatus('DOS:N/A')).toEqual({ exploited: false, disclosed: false });
  });
});

describe('release dates', () => {
  it('CAT29 a date that cannot be believed is none, and never guessed', () => {
    for (const text of [
      '0000-00-00T00:00:00',
      '1601-01-01T00:00:00Z',
      '9999-12-31T23:59:59',
      '03/04/2019',
      '13/02/2019 08:00',
      '2019-02-30T00:00:00Z',
      '2019-13-01',
      '2019-02-12T24:00:00',
      'Tuesday',
      '',
    ]) {
      expect([text, readReleaseDate(text)]).toEqual([text, null]);
    }
  });

  it('takes a time without a zone as UTC and knows other zones', () => {
    // 2022-11-08T08:00:00Z is 1667894400 seconds after 1970 (GNU date).
    const moment = 1_667_894_400_000;
    expect(readReleaseDate('2022-11-08T08:00:00')).toBe(moment);
    expect(readReleaseDate('2022-11-08T08:00:00Z')).toBe(moment);
    expect(readReleaseDate('2022-11-08T09:30:00+01:30')).toBe(moment);
    expect(readReleaseDate('2022-11-08')).toBe(moment - 8 * 3_600_000);
  });
});
