import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const inventory: Words['inventory'] = {
  loading: 'Das Erhobene wird gelesen.',
  hardware: 'Hardware',
  softwareUpdates: 'Software-Updates',
  tree: (machine) => `Was von ${machine} erhoben wurde`,
  collected: 'Erhoben',
  received: 'Eingegangen',
  evaluated: 'Ausgewertet',
  notEvaluated: 'noch nicht',
  purpose:
    'Was andere Werkzeuge gemeldet haben. Es steht neben unseren Zuständen und entscheidet keinen davon; was ein Werkzeug nicht nennt, nannte es weder nötig noch installiert.',
  none: 'Kein anderes Werkzeug hat ein Update dieses Rechners gemeldet.',
  noOwn: 'keiner',
  stale: 'veraltet',
  reporters: {
    wua: 'Windows Update',
    mbsa: 'MBSA',
    'patch-state': 'Software-Update-Inventar',
  },
  states: { required: 'Anwendbar', installed: 'Installiert', 'not-required': 'Nicht anwendbar' },
  agreement: {
    agrees: 'wie unserer',
    differs: 'anders als unserer',
    open: 'unserer ist offen',
    'not-in-catalog': 'in keinem Katalog',
  },
  columns: {
    update: 'Update',
    title: 'Titel',
    state: 'Gemeldet',
    own: 'Unser Zustand',
    agreement: 'Vergleich',
    reporter: 'Gemeldet von',
    scanned: 'Gescannt',
    file: 'Datei',
    original: 'Wort des Werkzeugs',
  },
  verdicts: (n) => f.count(n, 'gemeldetes Update', 'gemeldete Updates'),
  records: (n) => f.count(n, 'Datensatz', 'Datensätze'),
  record: 'Datensatz',
  open: 'Öffnen',
  back: 'Zurück zur Liste',
  property: 'Eigenschaft',
  value: 'Wert',
  waiting: (n) =>
    `${f.count(n, 'Änderungsbericht wartet', 'Änderungsberichte warten')} auf ein vollständiges Inventar. Vorher zählt nichts davon.`,
  because: {
    'no-full-report': 'kein vollständiges Inventar liegt davor',
    gap: 'ein Bericht dazwischen fehlt',
    'no-date': 'er nennt weder seine Zeit noch, worauf er folgt',
  },
};
