import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const catalogs: Words['catalogs'] = {
  title: 'Kataloge',
  purpose: 'Die Update-Dokumente, aus denen jede Entscheidung folgt, nach Ausgaben.',
  why: 'Es wurde noch kein Katalog importiert.',
  bring: 'Katalogdateien hinzufügen',
  bringHow:
    'Speichern Sie auf der verbundenen Seite die monatlichen Sicherheitsdokumente von Microsoft (CVRF, „2026-Feb“ …) als XML und tragen Sie sie auf dem Stick hierher. Microsofts Offline-Katalog (wsusscn2.cab), Herstellerpakete (.sdp, Katalog-XML, ZIP) und MSSecure.XML werden ebenfalls gelesen.',
  editions: 'Ausgaben',
  columns: {
    document: 'Dokument',
    title: 'Titel',
    released: 'Stand',
    age: 'Alter',
    revision: 'Revision',
    source: 'Quelle',
    updates: 'Updates',
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
    warnings: 'Warnungen',
  },
  sources: {
    msrc: 'Sicherheitsdokumente von Microsoft',
    sdp: 'Herstellerpakete (SDP)',
    mssecure: 'MSSecure.XML',
    mu: 'Offlinekatalog von Microsoft Update',
  },
  singlePackages: (vendor, n) => `${vendor}: ${n} einzelne Pakete`,
  files: (n) => `${n} Dateien`,
  inUse: 'in Gebrauch',
  history: 'früher',
  missing: (n: number) => `${f.count(n, 'Monat fehlt', 'Monate fehlen')}`,
  missingRange: (from, to, months) =>
    from === to ? from : `${from} … ${to} (${f.count(months, 'Monat', 'Monate')})`,
  missingStates: (n) => `${f.count(n, 'Zustand wartet', 'Zustände warten')} darauf`,
  missingText:
    'Die Ersetzung nennt nur einen Schritt zurück, meist den Vormonat; fehlende Monate machen nie von sich aus ein Update erforderlich. Ein Zustand kann auf mehrere von ihnen warten. Diese Dokumente schließen die Kette:',
  compare: {
    title: 'Zwei Ausgaben vergleichen',
    older: 'Von',
    newer: 'Nach',
    run: 'Vergleichen',
    otherScope:
      'Die beiden wurden mit verschiedener Auswahl importiert: Was neu oder weggefallen scheint, lag vielleicht nur außerhalb einer von ihnen.',
    needTwo: 'Zum Vergleichen braucht es zwei Ausgaben; es gibt eine.',
    same: 'Wählen Sie zwei verschiedene Ausgaben.',
    result: (older: string, newer: string) => `Von ${older} nach ${newer}`,
    added: (n: number) => f.count(n, 'Update neu', 'Updates neu'),
    revised: (n: number) => f.count(n, 'Update geändert', 'Updates geändert'),
    gone: (n: number) => f.count(n, 'Update weggefallen', 'Updates weggefallen'),
    expired: (n: number) =>
      f.count(n, 'Update vom Hersteller zurückgezogen', 'Updates vom Hersteller zurückgezogen'),
    superseded: (n: number) => f.count(n, 'Update jetzt ersetzt', 'Updates jetzt ersetzt'),
    described: (n: number) =>
      f.count(n, 'der geänderten nur in der Beschreibung', 'der geänderten nur in der Beschreibung'),
    lowered: (n: number) =>
      f.count(n, 'Update jetzt mit niedrigerem Schweregrad', 'Updates jetzt mit niedrigerem Schweregrad'),
    doubt: (before: number, after: number) =>
      `Zweifelhaft: vorher ${f.number(before)} Updates, jetzt ${f.number(after)}. Die neuere Datei ist vielleicht abgeschnitten; bringen Sie sie noch einmal, bevor Sie sich darauf verlassen.`,
    nothing: 'Kein Unterschied bei Updates, Produkten, Builds oder Ersetzung.',
    notFound: 'Eine der beiden Ausgaben ist nicht mehr gespeichert.',
  },
  coverage: {
    title: 'Was diese Dokumente nie enthalten',
    msrc: [
      'Updates ohne Sicherheitskorrektur: Vorschauen, reine Qualitäts- und Funktionsupdates, Treiber, Firmware.',
      'Erkennungsregeln und Update-Dateien: Zustände folgen aus Build-Nummern und KB-Listen, Dateien kommen aus dem Update-Katalog.',
      'Microsoft 365 Apps und Klick-und-Los-Office als KB: Sie stehen je Monat in der Liste und bleiben unbekannt, solange der Standort sie nicht als fehlend angibt.',
      'Produkte anderer Hersteller und alles vor April 2016.',
    ],
    sdp: [
      'Produkte anderer Hersteller als derer, deren Kataloge importiert sind; keine Bewertung von Schwachstellen: der Schweregrad ist die Dringlichkeit des Herstellers.',
      'Update-Dateien: Die Pakete nennen sie mit Größe und Hash, geholt werden sie auf der verbundenen Seite.',
      'Pakete, die eine Ausgabe nicht mehr führt: Hersteller behalten nur das neueste jeder Kette. Die aus hier importierten Ausgaben bleiben, als zurückgezogen markiert.',
    ],
    mssecure: [
      'Alles nach der letzten Ausgabe (spätestens Oktober 2007) und fehlende Service Packs.',
      'Einen Weg, über Patches ohne Erkennungsdaten zu entscheiden: Sie bleiben unbekannt.',
      'Update-Dateien: Orte sind genannt, viele davon gibt es nicht mehr.',
    ],
    mu: [
      'Treiber, Funktionsupdates, Vorschauen und in der Regel Definitionsupdates (Signaturen des Virenschutzes).',
      'Update-Dateien: nur ihre Namen, Größen, Prüfsummen und Adressen; geholt werden sie auf der verbundenen Seite.',
      'Dynamische Updates für Windows Setup, Microsoft 365 Apps (Click-to-Run), Store-Apps und Produkte anderer Hersteller.',
      'CVE-Nummern und bekannte Angriffe bei heutigen Windows-Updates: Bringen Sie dazu die monatlichen Sicherheitsdokumente.',
      'Updates, die Microsoft herausgenommen hat: Sie fehlen wortlos in einer späteren Ausgabe und fallen aus dem Abgleich. Der Vergleich zweier Ausgaben zeigt sie als weggefallen.',
      'Ältere Revisionen eines Updates und viele der Updates, die von neueren ersetzt sind: Nur ihre Kennungen sind genannt.',
      'Fakten, die nur der Windows Update Agent eines Rechners hat: Was eine Regel danach fragt, bleibt unbekannt.',
      'Alles außerhalb der beim Import gewählten Produkte, Klassifizierungen und Sprachen.',
    ],
  },
  together: 'alle zusammen',
  warningsTitle: 'Warnungen beim Lesen',
};
