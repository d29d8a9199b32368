import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const importing: Words['importing'] = {
  title: 'Importbericht',
  none: 'In dieser Sitzung gibt es noch keinen Bericht. Fügen Sie Dateien hinzu.',
  took: (span) => `in ${span}`,
  counts: {
    imported: 'importiert',
    'nothing-new': 'nichts Neues',
    ignored: 'übergangen',
    rejected: 'zurückgewiesen',
    'needs-name': 'ohne Namen',
    older: 'ältere Ausgabe',
  },
  tabs: { failures: 'Zu beachten', all: 'Alle Dateien', differences: 'Unterschiede', warnings: 'Warnungen' },
  columns: { file: 'Datei', outcome: 'Ergebnis', kind: 'Art', subject: 'Betrifft', reason: 'Grund' },
  outcome: {
    imported: 'Importiert',
    'nothing-new': 'Nichts Neues',
    ignored: 'Übergangen',
    rejected: 'Zurückgewiesen',
    'needs-name': 'Braucht einen Namen',
    older: 'Ältere Ausgabe',
  },
  kinds: {
    catalog: 'Katalogdokument',
    inventory: 'Inventar',
    'ubr-table': 'UBR-Tabelle',
    workspace: 'Arbeitsbereich',
    ignored: 'Erkannt, nicht benutzt',
    'update-file': 'Update-Datei',
    unknown: 'Nicht erkannt',
  },
  ignoredReasons: {
    'os-listing-not-used-yet':
      'Angaben zum Betriebssystem als WMI-Liste. Noch nicht benutzt: Bringen Sie stattdessen systeminfo.',
    'other-wmi-class': 'Eine WMI-Liste anderer Art (Prozessor, BIOS …): Sie sagt nichts über Updates.',
    'other-powershell-objects': 'Von PowerShell gespeicherte Objekte, aber keine Hotfixes.',
    'empty-answer': 'Das Werkzeug fand nichts, und die Datei sagt nicht, wonach gefragt war.',
    'format-not-used-yet': 'Eine bekannte Art von Inventar, die diese Version noch nicht benutzt.',
    'verdict-of-another-tool': 'Das Ergebnis eines anderen Scanners. Es wird nie mit unserem vermischt.',
    container: 'Eine Cabinet-Datei: Update-Datei oder Container, kein Inventar.',
    'offline-catalog':
      'Offline-Katalog von Microsoft Update (wsusscn2.cab): Diese Version kann ihn noch nicht lesen.',
    'accompanying-file': 'Eine Datei, die neben den anderen liegt (Liesmich, Lizenz, Prüfsummen …).',
    'workspace-not-scanned': 'Eine Arbeitsbereichsdatei: Stellen Sie sie unter Einstellungen wieder her.',
    'update-file-not-scanned': 'Eine Update-Datei: Sie wird beim Schreiben eines Bundles beigelegt.',
    'workspace-file':
      'Eine Arbeitsbereichsdatei: Sie ersetzt alles und wird deshalb für sich wiederhergestellt.',
    'update-file': 'Eine Update-Datei: Sie wird beim Schreiben eines Bundles beigelegt.',
  },
  failuresNone: 'Keine Datei ist zu beachten.',
  alreadyPresent: 'Schon vorhanden, gleicher Inhalt.',
  differencesNone: 'Kein Dokument hat eine ältere Ausgabe ersetzt.',
  difference: (added, revised, gone) =>
    `${f.number(added)} neu, ${f.number(revised)} geändert, ${f.number(gone)} weggefallen`,
  differenceKinds: {
    added: 'Neu',
    revised: 'Geändert',
    gone: 'Zurückgezogen oder ersetzt: nicht in der neueren Ausgabe',
  },
  warningsNone: 'Das Lesen hinterließ keine Warnung.',
  about: 'Betrifft',
  scanned: (required, unknown) =>
    `Abgeglichen: ${f.number(required)} erforderlich, ${f.number(unknown)} unbekannt.`,
  preview: {
    title: (n) => `${f.count(n, 'Datei', 'Dateien')} importieren?`,
    looking: (n) => `${f.count(n, 'Datei wird', 'Dateien werden')} angesehen …`,
    columns: { file: 'Datei', kind: 'Was sie ist', fate: 'Was geschieht' },
    fates: {
      import: 'Wird ganz gelesen und importiert, wenn sie in Ordnung ist',
      present: 'Schon vorhanden, gleicher Inhalt',
      'needs-name': 'Wird gelesen; Sie werden nach dem Namen des Rechners gefragt',
      ignored: 'Wird übergangen',
      rejected: 'Ist nicht zu gebrauchen',
    },
    counts: {
      import: 'zu importieren',
      present: 'schon vorhanden',
      'needs-name': 'ohne Namen',
      ignored: 'zu übergehen',
      rejected: 'nicht zu gebrauchen',
    },
    workspace: 'Ersetzt alles: Sie werden vorher gefragt',
    start: 'Importieren',
  },
  askName: {
    open: 'Rechner benennen',
    title: 'Von welchem Rechner ist diese Datei?',
    text: 'Die Datei nennt ihren Rechner nicht. Tragen Sie den Namen ein, wie ihn der Rechner selbst zeigt.',
    refused: (name, line) =>
      `An der Stelle des Rechnernamens steht „${name}“ (Zeile ${f.number(line)}). Das ist kein gültiger Hostname: Er besteht aus Buchstaben, Ziffern, Bindestrichen und Unterstrichen, mit mindestens einem Buchstaben oder einer Ziffer. Er gilt als fehlend. Tragen Sie den Namen ein, wie ihn der Rechner selbst zeigt.`,
    label: 'Rechnername',
    bad: 'Ein Hostname hat 1 bis 63 Buchstaben, Ziffern, Binde- oder Unterstriche und besteht nicht nur aus Ziffern.',
    save: 'Unter diesem Namen importieren',
  },
  waiting: {
    title: 'Dateien, die auf eine Antwort warten',
    since: 'Wartet seit',
    notKept:
      'Die Datei ist zu groß, um neben der Ausgabe in Gebrauch aufbewahrt zu werden. Um sie dennoch zu benutzen, fügen Sie sie noch einmal hinzu.',
    leaveOut: 'Weglassen',
  },
  override: {
    open: 'Ältere Ausgabe benutzen',
    title: 'Eine ältere Ausgabe einsetzen?',
    text: 'Zustände werden dann nach älterem Wissen entschieden. Die Begründung steht im Journal.',
    label: 'Begründung',
    bad: 'Schreiben Sie die Begründung in wenigen Worten.',
    save: 'Ältere Ausgabe benutzen',
  },
  workspace: {
    title: 'Diesen Arbeitsbereich wiederherstellen?',
    text: 'Alles in diesem Browser wird durch die Datei ersetzt. Exportieren Sie den jetzigen Arbeitsbereich vorher, wenn Sie ihn noch brauchen.',
    action: 'Alles ersetzen',
    inFile: 'In der Datei',
    here: 'Jetzt hier',
    site: 'Standort',
    exported: 'Exportiert',
    machines: 'Rechner',
    catalogs: 'Katalogdokumente in Gebrauch',
    decisions: 'Entschiedene Updates',
    lost: (changes) =>
      `${f.count(changes, 'Änderung steht', 'Änderungen stehen')} hier in keiner Arbeitsbereichsdatei; die Wiederherstellung überschreibt sie.`,
  },
  toMachines: 'Rechner ansehen',
  toUpdates: 'Updates ansehen',
};
