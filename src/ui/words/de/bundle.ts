import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const bundle: Words['bundle'] = {
  title: 'Bundle',
  purpose:
    'Was zu einem Standort getragen wird: die freigegebenen Updates, die seine Rechner brauchen, mit Manifest und Prüfsummen.',
  why: 'Es ist noch kein Update freigegeben.',
  toReview: 'Updates prüfen',
  steps: {
    machines: '1. Rechner',
    plan: '2. Plan',
    files: '3. Update-Dateien',
    write: '4. Schreiben',
  },
  machines: {
    all: (n: number) => f.plural(n, 'Der eine Rechner', `Alle ${f.number(n)} Rechner`),
    some: 'Ausgewählte Rechner',
    filter: 'Rechner suchen',
    chosen: (n: number) => `${f.count(n, 'Rechner', 'Rechner')} ausgewählt`,
    none: 'Wählen Sie mindestens einen Rechner aus.',
    grades: 'Nur Zustände dieser Güte',
    gradesHint: 'Ist alles oder nichts angekreuzt, zählt jede Güte.',
  },
  plan: {
    nothing: 'Nichts mitzunehmen: Kein freigegebenes Update ist auf diesen Rechnern erforderlich.',
    columns: {
      order: 'Folge',
      kb: 'KB',
      title: 'Titel',
      machines: 'Rechner',
      restart: 'Neustart',
      files: 'Dateien',
    },
    label: 'Updates in der Reihenfolge der Installation',
    remark: (n, of, meaning) => `${f.number(n)} von ${f.count(of, 'Rechner', 'Rechnern')}: ${meaning}`,
    leftOut: (n: number) =>
      `${f.count(n, 'freigegebenes Update bleibt', 'freigegebene Updates bleiben')} hier`,
    reasons: {
      'not-required': 'auf keinem dieser Rechner erforderlich',
      superseded: 'ersetzt durch',
      'alternative-track': 'auf der Spur des Standorts enthalten in',
      gone: 'in keinem benutzten Katalog mehr: vom Hersteller zurückgezogen oder ersetzt',
      void: 'Inhalt seit der Freigabe geändert: erneut prüfen',
      grade: 'der Zustand hat eine andere Güte',
    },
  },
  files: {
    text: 'Suchen Sie auf der verbundenen Seite jede KB im Microsoft Update-Katalog und nehmen Sie jede Datei, die das Download-Fenster zeigt. Fügen Sie sie hier hinzu; sie werden nach der KB-Nummer im Namen zugeordnet, und beim Kopieren entsteht ihre Prüfsumme.',
    nameless: (n) =>
      `${f.count(n, 'Update hat', 'Updates haben')} keine KB und keine genannte Datei: Die Einkaufsliste sagt, wo zu suchen ist.`,
    named: 'Dateien, die Kataloge von Herstellern nennen',
    namedText:
      'Holen Sie diese Dateien von der Adresse, die der Hersteller angibt; Name, Größe und Prüfsumme werden beim Hinzufügen geprüft.',
    here: 'hinzugefügt',
    size: 'Größe',
    exactly: (bytes) => `${f.bytes(bytes)} (${f.count(bytes, 'Byte', 'Byte')})`,
    noHash: 'der Katalog gibt keine',
    from: 'Adresse',
    detach: (name) => `${name} entfernen`,
    add: 'Update-Dateien hinzufügen',
    matched: (n: number, bytes: string) => `${f.count(n, 'Datei', 'Dateien')} zugeordnet, ${bytes}`,
    unmatched: (n: number) =>
      f.count(
        n,
        'Datei gehört dem Namen nach zu keinem Update dieses Plans und bleibt weg',
        'Dateien gehören dem Namen nach zu keinem Update dieses Plans und bleiben weg',
      ),
    missing: (n: number) =>
      `${f.count(n, 'Update hat', 'Updates haben')} noch keine Datei und ${f.plural(n, 'kommt', 'kommen')} auf die Einkaufsliste`,
    checking: (n) => `${f.count(n, 'Update-Datei', 'Update-Dateien')} prüfen`,
    refused: (n) => `${f.count(n, 'Datei wurde', 'Dateien wurden')} nicht angehängt:`,
    remove: 'Alle Dateien wegnehmen',
    none: 'keine Datei',
  },
  write: {
    name: 'Name des Bundles',
    nameHint: 'Wird der Ordnername auf dem Stick: Buchstaben, Ziffern, Punkt, Strich, Unterstrich.',
    nameWritten: 'Wird geschrieben als',
    nameLost: 'Von diesem Namen nimmt Windows nichts: Die Nummer des Bundles wird der Ordnername.',
    empty: 'Ohne Update-Dateien schreiben: nur Manifest und Einkaufsliste',
    emptyNeeded:
      'Es ist keine Update-Datei angehängt. Kreuzen Sie das Kästchen an, um nur Manifest und Einkaufsliste zu schreiben.',
    zip: 'Als eine ZIP-Datei schreiben',
    folder: 'In einen Ordner schreiben',
    folderWhy:
      'Dieser Browser lässt Seiten nicht in Ordner schreiben: Nehmen Sie die ZIP-Datei und packen Sie sie auf dem Stick aus.',
    unsigned:
      'Dieses Bundle ist nicht signiert: Seine Prüfsummen schützen vor Beschädigung, nicht vor jemandem, der beides ändert.',
    written: (name) => `Geschrieben als ${name}.`,
    job: (name: string) => `Bundle ${name} schreiben`,
  },
  receipt: {
    title: 'Bundle geschrieben',
    evidence: (files: number, bytes: string) =>
      `${f.count(files, 'Datei', 'Dateien')}, ${bytes}, Prüfsummen beim Schreiben gebildet.`,
    id: 'Bundle',
    manifest: 'SHA-256 von manifest.xml',
    check: 'Prüfen auf jedem Linux-Rechner, im Ordner des Bundles:',
    missing: 'Auf der Einkaufsliste (keine Datei angehängt)',
    unmatched: 'Weggelassen (der Name gehört zu keinem Update dieses Bundles)',
    fat32: 'Zu groß für einen FAT32-Stick (4 GiB und mehr): Nehmen Sie exFAT oder NTFS',
    unrecorded:
      'Das Bundle ist vollständig, steht aber nicht im Journal: Der Browser konnte den Eintrag nicht speichern. Notieren Sie Name und SHA-256.',
    next: 'Weiter: Kopieren Sie den Ordner auf den Stick, prüfen Sie ihn dort und geben Sie der verbundenen Seite die Einkaufsliste, wenn etwas fehlt.',
  },
};
