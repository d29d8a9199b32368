import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const home: Words['home'] = {
  title: 'Start',
  purpose:
    'Kataloge und Inventare hereintragen, sehen, was jeder Rechner braucht und warum, ein Bundle hinaustragen.',
  emptyWhy: 'Dieser Arbeitsbereich ist leer: Es gibt noch keinen Katalog und keinen Rechner.',
  next: 'Was als Nächstes zu tun ist',
  nothingNext: 'Nichts wartet auf Sie.',
  step: {
    waiting: {
      names: (n) =>
        f.plural(
          n,
          'Datei wartet auf den Namen ihres Rechners',
          'Dateien warten auf die Namen ihrer Rechner',
        ),
      editions: (n) =>
        f.plural(
          n,
          'ältere Ausgabe wartet auf eine Entscheidung',
          'ältere Ausgaben warten auf eine Entscheidung',
        ),
      signatures: (n) =>
        f.plural(
          n,
          'Katalog ohne Nachweis seiner Herkunft wartet auf eine Entscheidung',
          'Kataloge ohne Nachweis ihrer Herkunft warten auf eine Entscheidung',
        ),
      text: 'Hier aufbewahrt, aber erst benutzt, wenn Sie antworten.',
      action: 'Antworten',
    },
    'bring-catalog': {
      title: 'Einen Katalog bringen',
      text: 'Speichern Sie auf einem verbundenen PC die monatlichen Sicherheitsdokumente von Microsoft (CVRF-XML, zum Beispiel 2026-Feb) oder den Offline-Katalog wsusscn2.cab und tragen Sie sie hierher. Lassen Sie sie irgendwo auf dieser Seite fallen.',
      action: 'Katalogdateien hinzufügen',
    },
    'bring-inventories': {
      title: 'Inventare bringen',
      text: 'Führen Sie auf jedem Rechner „systeminfo > %COMPUTERNAME%_systeminfo.txt“ aus und, wo es vorhanden ist, „wmic qfe list full > %COMPUTERNAME%_qfe.txt“. Tragen Sie die Dateien hierher.',
      action: 'Inventardateien hinzufügen',
    },
    scan: {
      title: (n) => `${f.count(n, 'Rechner', 'Rechner')} abgleichen`,
      text: 'Kataloge oder Inventare haben sich seit dem letzten Abgleich geändert.',
      action: 'Jetzt abgleichen',
    },
    'missing-facts': {
      title: (facts) =>
        `${f.count(facts, 'Angabe', 'Angaben')} zu Windows ${facts === 1 ? 'fehlt' : 'fehlen'}`,
      rules: (n) => `${f.count(n, 'Angabe', 'Angaben')}, nach denen Regeln von Herstellerkatalogen fragen`,
      products: (n) =>
        `${f.count(n, 'Produkt', 'Produkte')} außerhalb von Windows, über die nichts bekannt ist`,
      rulesText:
        'Die Regeln fragen jeden Rechner: Version einer Datei, Wert in der Registrierung und Ähnliches. Die Liste sagt, welche Datei des Rechners antwortet.',
      productsText: 'Ihre Updates bleiben unbekannt, bis feststeht, ob das Produkt da ist.',
      text: (states) =>
        `${f.count(states, 'Zustand hängt', 'Zustände hängen')} davon ab. Zu jeder steht, was zu holen ist und von welchen Rechnern.`,
      action: 'Fehlendes ansehen',
    },
    'missing-months': {
      title: (n) => `In den Katalogen ${n === 1 ? 'fehlt' : 'fehlen'} ${f.count(n, 'Monat', 'Monate')}`,
      text: (states) =>
        states === 0
          ? 'Derzeit wartet kein Zustand darauf, doch was darin was ersetzt, ist nicht bekannt.'
          : `${f.count(states, 'Zustand ist', 'Zustände sind')} deshalb unbekannt: Die Reihenfolge zweier Updates lässt sich nicht feststellen.`,
      action: 'Ansehen, welche',
    },
    review: {
      title: (n) => `${f.count(n, 'Update', 'Updates')} prüfen`,
      text: 'Irgendwo erforderlich und noch nicht entschieden.',
      action: 'Prüfen',
    },
    voided: {
      title: (n) => `${f.count(n, 'Update', 'Updates')} erneut ansehen`,
      text: 'Der Inhalt hat sich nach der Entscheidung geändert; die Freigabe ist ungültig.',
      action: 'Erneut ansehen',
    },
    'build-bundle': {
      title: (n) => `Bundle mit ${f.number(n)} ${f.plural(n, 'Update', 'Updates')} bauen`,
      text: 'Freigegeben und von Rechnern gebraucht.',
      action: 'Bauen',
    },
    'export-workspace': {
      title: 'Arbeitsbereich exportieren',
      text: (age) =>
        age
          ? `Der letzte Export ist ${age} alt. Der Browser allein ist kein sicherer Ort.`
          : 'Es gibt noch keinen Export. Der Browser allein ist kein sicherer Ort.',
      action: 'Exportieren',
    },
  },
  numbers: {
    title: 'In Zahlen',
    needing: (n) => f.plural(n, 'Rechner braucht etwas', 'Rechner brauchen etwas'),
    needingOf: (all) => `von ${f.count(all, 'Rechner', 'Rechnern')}`,
    decisions: (n) =>
      f.plural(n, 'Update wartet auf eine Entscheidung', 'Updates warten auf eine Entscheidung'),
    decisionsOf: (all) => `von ${f.count(all, 'Update', 'Updates')} in den Katalogen`,
    facts: 'Angaben zu Windows fehlen',
    rulesOf: (n) =>
      `dazu ${f.count(n, 'Angabe', 'Angaben')}, nach denen Regeln von Herstellerkatalogen fragen`,
    productsOf: (n) =>
      `dazu ${f.count(n, 'Produkt', 'Produkte')} außerhalb von Windows, über die nichts bekannt ist`,
    factsOf: (items) =>
      `${f.count(items, 'Eintrag bleibt', 'Einträge bleiben')} unbekannt, ein Produkt zählt einmal je Rechner`,
  },
  map: {
    title: 'Der Weg eines Updates',
    table: 'Der Weg eines Updates als Tabelle',
    step: 'Schritt',
    count: 'Anzahl',
    parts: { in: 'Hereingetragen', here: 'Hier entschieden', out: 'Hinausgetragen' },
    steps: {
      catalogs: 'Kataloge',
      inventories: 'Inventare',
      scan: 'Abgleich',
      review: 'Prüfung',
      authorized: 'Freigegeben',
      bundle: 'Bundle',
    },
    notes: {
      catalogs: (n) => f.count(n, 'Update', 'Updates'),
      inventories: (n) => f.count(n, 'Rechner', 'Rechner'),
      scan: (n) => f.plural(n, 'Zustand erforderlich', 'Zustände erforderlich'),
      review: (n) => f.plural(n, 'Update offen', 'Updates offen'),
      authorized: (n) => f.plural(n, 'Update', 'Updates'),
      bundle: (n) => f.plural(n, 'Update bereit', 'Updates bereit'),
    },
    notYet: 'noch nicht',
  },
  bars: {
    title: 'Zustände nach Betriebssystem',
    group: 'Betriebssystem',
    none: 'Es gibt noch keinen Abgleich.',
    unknownOs: 'Betriebssystem nicht bekannt',
    machines: 'Rechner',
  },
  ages: {
    title: 'Alter der Inventare',
    bands: ['bis 7 Tage', '8 bis 30 Tage', '31 bis 90 Tage', 'über 90 Tage', 'Erhebung nicht bekannt'],
    band: 'Alter',
    fileDates: (n) =>
      `Von ${f.count(n, 'Rechner', 'Rechnern')} ist nur das Datum der Datei bekannt, und eine Kopie macht es neu: Das Inventar sagt nicht, wann es erhoben wurde.`,
  },
  lastScan: (when, machines, updates) =>
    `Letzter Abgleich ${when}: ${f.count(machines, 'Rechner', 'Rechner')}, ${f.count(updates, 'Update', 'Updates')}.`,
};
