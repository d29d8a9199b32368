import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const catalogs: Words['catalogs'] = {
  title: 'Kataloge',
  purpose: 'Die Update-Dokumente, aus denen jede Entscheidung folgt, nach Ausgaben.',
  why: 'Es wurde noch kein Katalog mitgebracht.',
  bring: 'Katalogdateien hinzufügen',
  bringHow:
    'Auf der verbundenen Seite die monatlichen Sicherheitsdokumente von Microsoft (CVRF, „2026-Feb“ …) als XML speichern und mit dem Stick hereintragen.',
  editions: 'Ausgaben',
  columns: {
    document: 'Dokument',
    title: 'Titel',
    released: 'Stand',
    age: 'Alter',
    revision: 'Revision',
    kbs: 'KBs',
    pairs: 'KB × Produkt',
    vulnerabilities: 'CVEs',
    products: 'Produkte',
    size: 'Größe',
    file: 'Datei',
    sha256: 'SHA-256',
    imported: 'Importiert',
    use: 'Verwendung',
    signature: 'Signatur',
    warnings: 'Hinweise',
  },
  inUse: 'in Gebrauch',
  history: 'früher',
  missing: (n: number) => `${f.count(n, 'Monat fehlt', 'Monate fehlen')}`,
  missingRange: (from, to, months) =>
    from === to ? from : `${from} … ${to} (${f.count(months, 'Monat', 'Monate')})`,
  missingStates: (n) => `${f.count(n, 'Zustand wartet', 'Zustände warten')} darauf`,
  missingText:
    'Die Ablösung nennt nur einen Schritt zurück, meist den Vormonat. Fehlende Monate machen nie von sich aus ein Update erforderlich; sie lassen einige ältere Updates unbekannt. Diese Dokumente schließen die Kette:',
  compare: {
    title: 'Zwei Ausgaben vergleichen',
    older: 'Von',
    newer: 'Nach',
    run: 'Vergleichen',
    needTwo: 'Zum Vergleichen braucht es zwei Ausgaben; es gibt eine.',
    same: 'Zwei verschiedene Ausgaben wählen.',
    result: (older: string, newer: string) => `Von ${older} nach ${newer}`,
    added: (n: number) => f.count(n, 'KB neu', 'KBs neu'),
    revised: (n: number) => f.count(n, 'KB geändert', 'KBs geändert'),
    gone: (n: number) => f.count(n, 'KB entfallen', 'KBs entfallen'),
    nothing: 'Kein Unterschied bei KBs, Produkten, Builds oder Ablösung.',
    notFound: 'Eine der beiden Ausgaben ist nicht mehr gespeichert.',
  },
  coverage: {
    title: 'Was diese Dokumente nie enthalten',
    items: [
      'Updates ohne Sicherheitskorrektur: Vorschauen, reine Qualitäts- und Funktionsupdates, Treiber, Firmware.',
      'Erkennungsregeln und Update-Dateien: Zustände folgen aus Build-Nummern und KB-Listen, Dateien kommen aus dem Update-Katalog.',
      'Microsoft 365 Apps und Klick-und-Los-Office als KB: Sie stehen je Monat in der Liste und bleiben unbekannt, bis eine Kanaltabelle importiert ist.',
      'Produkte anderer Hersteller und alles vor April 2016.',
    ],
  },
  warningsTitle: 'Anmerkungen des Lesers',
};
