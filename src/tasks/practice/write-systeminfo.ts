import { systeminfoWords, type PracticeLanguage } from './systeminfo-words.ts';

export interface SysteminfoFacts {
  readonly language: PracticeLanguage;
  /** Empty: the line is left out, as in files whose author removed the name. */
  readonly host: string;
  readonly osName: string;
  readonly version: string;
  readonly hotfixes: readonly string[];
}

/** The tool keeps the hotfix text in a buffer of 4,096 characters (inventory-sources, section 3). */
const hotfixCharacters = 4095;

/** What `systeminfo` prints on such a machine: CRLF, labels padded to one column. */
export function writeSysteminfo(facts: SysteminfoFacts): string {
  const words = systeminfoWords[facts.language];
  const build = facts.version.split('.')[2] ?? '';
  const rows: (readonly [label: string, value: string])[] = [
    ...(facts.host === '' ? [] : ([[words.host, facts.host]] as const)),
    [words.osName, facts.osName],
    [words.osVersion, `${facts.version} ${words.none} ${words.build} ${build}`],
    [words.maker, 'Microsoft Corporation'],
    [words.systemType, 'x64-based PC'],
    [words.directory, 'C:\\Windows'],
    [words.locale, words.localeValue],
    [words.zone, '(UTC) Coordinated Universal Time'],
    [words.memory, '8,192 MB'],
    [words.domain, 'practice.invalid'],
    [words.logon, '\\\\PRACTICE-DC'],
    ...hotfixRows(words.hotfixes, words.count, words.none, facts.hotfixes),
    [words.cards, '1'],
    ['', '[01]: Practice Ethernet Adapter'],
  ];
  const column = Math.max(...rows.map(([label]) => label.length)) + 2;
  const lines = rows.map(([label, value]) => `${label === '' ? '' : `${label}:`}`.padEnd(column) + value);
  return `\r\n${lines.join('\r\n')}\r\n`;
}

function hotfixRows(
  label: string,
  count: string,
  none: string,
  hotfixes: readonly string[],
): (readonly [string, string])[] {
  if (hotfixes.length === 0) return [[label, none]];
  const items = hotfixes.map((id, index) => `[${String(index + 1).padStart(2, '0')}]: ${id}`);
  const text = [count.replace('#', String(hotfixes.length)), ...items].join('\n').slice(0, hotfixCharacters);
  return text.split('\n').map((line, index) => [index === 0 ? label : '', line] as const);
}
