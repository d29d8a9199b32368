import { describe, expect, it } from 'vitest';
import { factKey, type FactSubject } from '../../../../src/domain/index.ts';
import { factLine, factText } from '../../../../src/ui/words/fact-text.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';

const en = wordsOf('en').facts;
const de = wordsOf('de').facts;
const cases: readonly (readonly [FactSubject, string, string])[] = [
  [
    { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\Acme', value: 'Level' },
    'Registry value: HKLM\\software\\acme\\level',
    'Registrierungswert: HKLM\\software\\acme\\level',
  ],
  [
    { kind: 'reg_value', view: 'wow32', key: 'SOFTWARE\\Acme', value: '' },
    'Registry value: HKLM\\software\\acme\\(default value) (32-bit view)',
    'Registrierungswert: HKLM\\software\\acme\\(Standardwert) (32-Bit-Sicht)',
  ],
  [
    { kind: 'reg_value', view: 'native', key: 'a', value: 'b|c' },
    'Registry value: HKLM\\a\\b|c',
    'Registrierungswert: HKLM\\a\\b|c',
  ],
  [
    { kind: 'file', path: 'csidl:37\\ntoskrnl.exe' },
    'File: %windir%\\system32\\ntoskrnl.exe',
    'Datei: %windir%\\system32\\ntoskrnl.exe',
  ],
  [{ kind: 'folder', name: 'csidl:99' }, 'Folder: csidl:99', 'Ordner: csidl:99'],
  [
    { kind: 'os', name: 'servicePackMajor' },
    'Operating system: service pack',
    'Betriebssystem: Service Pack',
  ],
  [
    { kind: 'wmi_query', namespace: 'root/cimv2', query: "select a from b where c = 'x|y'" },
    "WMI query: root\\cimv2: select a from b where c = 'x|y'",
    "WMI-Abfrage: root\\cimv2: select a from b where c = 'x|y'",
  ],
  [{ kind: 'msi_patch', product: '{A}', patch: '{B}' }, 'MSI patch: {b} of {a}', 'MSI-Patch: {b} von {a}'],
  [{ kind: 'system_metric', index: 87 }, 'System metric: 87', 'Systemmaß: 87'],
];

describe('the subject of a missing fact in words', () => {
  it.each(cases)('%o', (subject, english, german) => {
    expect(factLine(factKey(subject), en)).toBe(english);
    expect(factLine(factKey(subject), de)).toBe(german);
  });

  it('a text that is no fact key stays as it is', () => {
    expect(factText('constructor|x', en)).toEqual({ kind: null, name: '', subject: 'constructor|x' });
    expect(factLine('SQL Server 2019 (GDR)', en)).toBe('SQL Server 2019 (GDR)');
  });
});
