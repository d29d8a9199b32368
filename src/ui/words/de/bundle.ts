import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const bundle: Words['bundle'] = {
  title: 'Bundle',
  purpose:
    'Was zu einem Standort getragen wird: die freigegebenen Updates, die seine Maschinen brauchen, mit Manifest und Prüfsummen.',
  why: 'Es ist noch kein Update freigegeben.',
  toReview: 'Updates prüfen',
  steps: {
    machines: '1. Maschinen',
    plan: '2. Plan',
    files: '3. Update-Dateien',
    write: '4. Schreiben',
  },
  machines: {
    all: (n: number) => `Alle ${f.count(n, 'Maschine', 'Maschinen')}`,
    some: 'Ausgewählte Maschinen',
    filter: 'Maschine suchen',
    chosen: (n: number) => `${f.count(n, 'Maschine', 'Maschinen')} ausgewählt`,
    none: 'Mindestens eine Maschine auswählen.',
    grades: 'Nur Entscheidungen dieser Grade',
    gradesHint: 'Sind alle oder keine angekreuzt, zählt jeder Grad.',
  },
  plan: {
    nothing: 'Nichts mitzunehmen: Kein freigegebenes Update ist auf diesen Maschinen erforderlich.',
    columns: {
      order: 'Folge',
      kb: 'KB',
      title: 'Titel',
      machines: 'Maschinen',
      restart: 'Neustart',
      files: 'Dateien',
    },
    label: 'Updates in der Reihenfolge der Installation',
    leftOut: (n: number) =>
      `${f.count(n, 'freigegebenes Update bleibt', 'freigegebene Updates bleiben')} hier`,
    reasons: {
      'not-required': 'auf keiner dieser Maschinen erforderlich',
      superseded: 'abgelöst durch',
      'alternative-track': 'die Schiene des Standorts trägt',
      void: 'Inhalt seit der Freigabe geändert: erneut prüfen',
      grade: 'Entscheidung hat einen anderen Grad',
    },
  },
  files: {
    text: 'Auf der verbundenen Seite jede KB im Microsoft Update-Katalog suchen und jede Datei nehmen, die das Download-Fenster zeigt. Hier hinzufügen; sie werden nach der KB-Nummer im Namen zugeordnet und beim Kopieren gehasht.',
    add: 'Update-Dateien hinzufügen',
    matched: (n: number, bytes: string) => `${f.count(n, 'Datei', 'Dateien')} zugeordnet, ${bytes}`,
    unmatched: (n: number) =>
      `${f.count(n, 'Datei nennt', 'Dateien nennen')} keine KB dieses Plans und bleiben weg`,
    missing: (n: number) =>
      `${f.count(n, 'Update hat', 'Updates haben')} noch keine Datei: sie kommen auf die Einkaufsliste`,
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
      'Es ist keine Update-Datei angehängt. Das Kästchen ankreuzen, um nur Manifest und Einkaufsliste zu schreiben.',
    zip: 'Als eine ZIP-Datei schreiben',
    folder: 'In einen Ordner schreiben',
    folderWhy:
      'Dieser Browser lässt Seiten nicht in Ordner schreiben: die ZIP-Datei nehmen und auf dem Stick auspacken.',
    unsigned:
      'Dieses Bundle ist nicht signiert: Seine Prüfsummen schützen vor Beschädigung, nicht vor jemandem, der beides ändert.',
    job: (name: string) => `Bundle ${name} schreiben`,
  },
  receipt: {
    title: 'Bundle geschrieben',
    evidence: (files: number, bytes: string) =>
      `${f.count(files, 'Datei', 'Dateien')}, ${bytes}, alle beim Schreiben gehasht.`,
    id: 'Bundle',
    manifest: 'SHA-256 von manifest.xml',
    check: 'Prüfen auf jeder Linux-Maschine, im Ordner des Bundles:',
    missing: 'Auf der Einkaufsliste (keine Datei angehängt)',
    unmatched: 'Weggelassen (keine KB dieses Bundles im Namen)',
    fat32: 'Zu groß für einen FAT32-Stick (4 GiB und mehr): exFAT oder NTFS nehmen',
    next: 'Weiter: den Ordner auf den Stick kopieren, dort prüfen und die Einkaufsliste der verbundenen Seite geben, wenn etwas fehlt.',
  },
};
