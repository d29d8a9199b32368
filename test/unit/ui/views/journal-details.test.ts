import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../src/domain/index.ts';
import { journalDetails } from '../../../../src/ui/views/journal-details.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';

const entry = (act: JournalEntry['act'], details: JournalEntry['details']): JournalEntry => ({
  index: 1,
  at: 0,
  by: '',
  act,
  file: 'a.txt',
  fileSha256: '',
  details,
  hash: '',
});

describe.each([
  [
    'scanned',
    { machines: 29, updates: 1636, required: 247, installed: 1, unknown: 2, engine: 'wasm' },
    'Rechner: 29 · Updates: 1.636 · Paare Erforderlich: 247 · Paare Installiert: 1 · Paare Unbekannt: 2 · berechnet von: WebAssembly-Kern',
  ],
  ['file-rejected', { code: 'file-empty', place: '' }, 'Die Datei ist leer.'],
  ['file-rejected', { code: 'file-empty', place: 'line 7' }, 'Die Datei ist leer. line 7'],
  [
    'declined',
    { updates: 2, ids: 'msrc:KB1 msrc:KB2', reason: 'ersetzt' },
    'Updates: 2 · KBs: KB1, KB2 · Begründung: ersetzt',
  ],
  ['undone', { act: 'authorized', count: 3 }, 'Handlung: Freigegeben · Updates oder Rechner: 3'],
  [
    'settings-changed',
    { theme: 'dark', singleKeys: 'true' },
    'Farben: Dunkel · einzelne Buchstaben als Tasten: Ja',
  ],
  ['workspace-exported', { bytes: 1500, entries: 3 }, 'Größe: 1,5 kB · Journaleinträge: 3'],
  [
    'bundle-written',
    { bundle: 'b-1', name: 'nord', typed: 'Nörd', missing: '' },
    'Nummer: b-1 · Ordner: nord · Name wie eingegeben: Nörd',
  ],
  ['ubr-set', { machine: 'pc1', ubr: 5122 }, 'Rechner: pc1 · UBR: 5122'],
] as const)('%s %j', (act, details, text) => {
  it('is told in German', () => expect(journalDetails(entry(act, details), wordsOf('de'))).toBe(text));
});

it('the reason why a file was ignored is a sentence in either language, never the code', () => {
  const ignored = entry('file-ignored', { format: 'clixml', reason: 'other-powershell-objects' });
  for (const language of ['en', 'de'] as const) {
    expect(journalDetails(ignored, wordsOf(language))).not.toContain('other-powershell-objects');
  }
});

it('a value without a name of its own is still shown', () => {
  expect(journalDetails(entry('scanned', { later: 'x' }), wordsOf('en'))).toBe('later: x');
});
