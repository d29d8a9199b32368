import type { Words } from '../en/index.ts';
import type { declarationErrors as shape } from '../en/declarations.ts';
import { format as f } from './format.ts';
import { nothing } from './kept.ts';

export const declarations: Words['declarations'] = {
  open: 'Erklären',
  count: (n) => f.count(n, 'Erklärung', 'Erklärungen'),
  openFor: (product) => `Erklären, ob ${product} da ist`,
  title: 'Ein Produkt erklären',
  renewTitle: 'Eine Erklärung erneuern',
  what: 'Produkt',
  family: (name) => `Alle Produkte von ${name}, auch die späterer Dokumente`,
  familyOnly: 'Nur was oben genannt ist',
  says: 'Was zutrifft',
  absent: 'Es ist nicht da',
  present: 'Es ist da',
  presentHint:
    'Dass es da ist, klärt allein noch nichts: Seine Updates sind dann erforderlich oder installiert. Nur bei SQL Server und Exchange sagt es eine Version.',
  version: 'Version (vier Zahlen, freiwillig)',
  versionHint: 'Wie das Produkt sie zeigt: SELECT @@VERSION oder Get-ExchangeServer.',
  where: 'Auf welchen Rechnern',
  all: (n) => `Auf allen Rechnern, auch späteren (jetzt ${f.number(n)})`,
  chosen: (n) => (n === 1 ? 'Auf diesem Rechner' : `Auf diesen ${f.number(n)} Rechnern`),
  filter: 'Auf Rechnern eines Filters, auch späteren',
  filterName: 'Name, * für beliebige Zeichen',
  filterOs: 'Teil des Betriebssystemnamens',
  filterRole: 'Client oder Server',
  roles: { any: 'beides', client: 'Client', server: 'Server' },
  reason: 'Woher wissen Sie das?',
  reasonHint: 'Für alle, die es nächstes Jahr lesen, etwa „Softwareliste vom 3. März, mit A. Meyer geprüft“.',
  until: 'Gilt bis',
  untilHint: 'Zunächst ein Jahr. Danach sind die Zustände wieder unbekannt, bis jemand sie erneuert.',
  save: 'Erklären',
  counting: 'Es wird gezählt, was sie klären würde …',
  settles: (n, machines) =>
    n === 0
      ? `Würde keinen unbekannten Zustand klären (${f.count(machines, 'Rechner', 'Rechner')}).`
      : `Würde ${f.count(n, 'unbekannten Zustand', 'unbekannte Zustände')} auf ${f.count(machines, 'Rechner', 'Rechnern')} klären.`,
  becoming: (word, n) => `${word} ${f.number(n)}`,
  unsettles: (n) =>
    `${f.count(n, 'Zustand würde', 'Zustände würden')} unbekannt: Eine andere Erklärung sagt etwas anderes, oder eine gelistete KB zeigt das Produkt.`,
  saved: 'Erklärt. Die Zustände wurden neu berechnet.',
  revoked: 'Erklärung zurückgenommen. Die Zustände wurden neu berechnet.',
  list: {
    title: 'Erklärungen zu Produkten',
    text: 'Was Menschen dieses Standorts über Produkte gesagt haben, die keine Inventardatei nennt. Eine Angabe aus einer Datei geht immer vor.',
    none: 'Nichts ist erklärt. Der Schritt wird bei den fehlenden Angaben, in der Prüfung und im Nachweis eines unbekannten Zustands angeboten.',
    toFacts: 'Zu den fehlenden Angaben',
    absent: 'nicht da',
    present: 'da',
    by: (name, on) => `erklärt von ${name} am ${on}`,
    until: (date) => `gilt bis ${date}`,
    expired: (date) => `galt bis ${date}, gilt nicht mehr`,
    soon: 'endet bald',
    over: 'abgelaufen',
    machines: (n) => f.count(n, 'Rechner jetzt', 'Rechner jetzt'),
    where: { all: 'alle Rechner', chosen: 'gewählte Rechner' },
    scopes: { all: 'alle', chosen: 'gewählte', filter: 'eines Filters' },
    filter: (parts) => `Rechner eines Filters: ${parts}`,
    conflict: (n, other) =>
      `Widerspricht „${other}“ auf ${f.count(n, 'Rechner', 'Rechnern')}: Dort gilt keine von beiden. Nehmen Sie eine zurück.`,
    refuted: (machine, kb, product) =>
      `${machine} listet KB${kb}, die nur für als fehlend erklärte Produkte ist, darunter ${product}: Dafür gilt die Erklärung auf diesem Rechner nicht.`,
    renew: 'Ändern oder erneuern',
    revoke: 'Zurücknehmen',
    revokeOf: (product) => `Zurücknehmen: ${product}`,
    renewOf: (product) => `Ändern oder erneuern: ${product}`,
    exportAll: 'Als Datei für die Befehlszeile speichern',
  },
  problems: {
    'name-missing': 'Ihr Name ist nötig: Eine Erklärung sagt, von wem sie ist.',
    'product-missing': 'Nennen Sie mindestens ein Produkt.',
    'product-of-windows': 'Windows selbst wird aus Dateien gelesen und kann nicht erklärt werden.',
    'machine-missing':
      'Sagen Sie, auf welchen Rechnern: Wählen Sie welche oder füllen Sie einen Teil des Filters aus.',
    'reason-missing': 'Sagen Sie in wenigen Worten, woher Sie es wissen.',
    'date-missing': 'Geben Sie den letzten Tag an, an dem sie gilt.',
    'date-past': 'Der letzte Tag ist schon vorbei.',
    'version-form': 'Eine Version hat vier Zahlen, etwa 15.0.4430.1.',
    'version-needless': 'Eine Version gehört zu einem Produkt, das da ist.',
  },
};

export const declarationErrors: typeof shape = {
  'declaration-refused': {
    what: (d) =>
      `Die Erklärung kann nicht gespeichert werden. ${declarations.problems[String(d('problem', ''))] ?? ''}`.trim(),
    kept: 'Keine Erklärung wurde geändert.',
    todo: ['Berichtigen Sie sie und erklären Sie noch einmal.'],
  },
  'declarations-malformed': {
    what: (d) =>
      `Die Datei mit Erklärungen hat nicht ihre Form: ${d('found', 'nichts')} statt ${d('expected', 'eines Werts')}.`,
    kept: nothing,
    todo: [
      'Berichtigen Sie die angegebene Stelle; die Seite der Anleitung über Erklärungen beschreibt die Form.',
    ],
  },
};
