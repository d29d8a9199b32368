import type { Words } from '../en/index.ts';
import { readingErrors } from './reading-errors.ts';
import { signatureErrors } from './signature.ts';
import { declarationErrors } from './declarations.ts';
import { storageErrors } from './storage-errors.ts';
import { inBundle, keptBundle } from './in-bundle.ts';
import { format } from './format.ts';
import { bundleErrors } from './bundle-errors.ts';
import { nothing } from './kept.ts';

const day = (text: string) => format.day(text);
const copyAgain = 'Kopieren Sie die Datei erneut vom Ursprungsrechner und vergleichen Sie Größe und SHA-256.';
const fetchAgain = 'Holen Sie das Dokument erneut.';
const unused = 'Benutzen Sie diese Datei nicht.';
const untouched = 'Der jetzige Arbeitsbereich ist unverändert.';

export const errors: Words['errors'] = {
  where: 'Wo',
  wholeFile: 'die ganze Datei',
  kept: 'Was behalten wurde',
  todo: 'Was zu tun ist',
  code: 'Code',
  keptEdition: (document, date) =>
    `Von der Datei wurde nichts gespeichert; die Ausgabe von ${document} vom ${day(date)} gilt weiter.`,
  keptBundle,
  inBundle,
  by: {
    'file-empty': {
      what: () => 'Die Datei ist leer.',
      kept: nothing,
      todo: ['Erzeugen Sie die Datei auf dem Ursprungsrechner erneut.', copyAgain],
    },
    'file-too-large': {
      what: (d) =>
        `Die Datei ist größer, als diese Art sein darf (Grenze ${d('maximum', d('limit', 'siehe Anleitung'))} Byte).`,
      kept: nothing,
      todo: [
        'Prüfen Sie, ob es die richtige Datei ist.',
        'Echte Dateien dieser Art bleiben weit unter der Grenze.',
      ],
    },
    'file-unreadable': {
      what: () => 'Der Browser konnte die Datei nicht bis zum Ende lesen.',
      kept: nothing,
      todo: [
        'Prüfen Sie, ob das Medium noch steckt.',
        'Kopieren Sie die Datei auf die lokale Platte und versuchen Sie es erneut.',
      ],
    },
    'file-changed-while-read': {
      what: () => 'Die Datei änderte sich während des Lesens.',
      kept: nothing,
      todo: ['Warten Sie, bis das schreibende Programm fertig ist.', 'Importieren Sie erneut.'],
    },
    'web-page-instead': {
      what: () =>
        'Das ist eine Webseite, nicht das, was ihr Name verspricht: Statt der Datei wurde eine Anmelde-, Fehler- oder Downloadseite gespeichert.',
      kept: nothing,
      todo: [
        'Laden Sie auf der verbundenen Seite die Datei selbst, nötigenfalls angemeldet, nicht die Seite, die sie anbietet.',
        'Sehen Sie sie dort an, bevor Sie sie tragen: Eine Webseite beginnt mit <!DOCTYPE html oder <html.',
      ],
    },
    'cut-off': {
      what: (d) =>
        `Die Datei ist abgeschnitten: Ihr Ende fehlt (noch erwartet: ${d('expected', 'der Rest')}).`,
      kept: nothing,
      todo: [copyAgain, 'Werfen Sie das Medium richtig aus, bevor Sie es abziehen.'],
    },
    'not-well-formed': {
      what: (d) => `Der Text ist beschädigt: Hier wurde ${d('expected', 'ein anderes Zeichen')} erwartet.`,
      kept: nothing,
      todo: [copyAgain, 'Ist die Kopie gleich, holen Sie das Dokument erneut.'],
    },
    'doctype-refused': {
      what: () =>
        'Das Dokument erklärt eigene Entitäten (DOCTYPE). So werden Angriffe durch Entitätsausdehnung und Dateipreisgabe gebaut; kein echtes Dokument dieser Art braucht das.',
      kept: nothing,
      todo: [
        unused,
        'Sagen Sie es der für das Medium zuständigen Person und holen Sie das Dokument erneut von Microsoft.',
      ],
    },
    'too-deep': {
      what: (d) =>
        `Elemente sind tiefer geschachtelt als ${d('maximum', 'erlaubt')}. Kein echtes Dokument dieser Art ist das.`,
      kept: nothing,
      todo: [unused, fetchAgain],
    },
    'name-refused': {
      what: (d) => `Die Datei benutzt einen nicht erlaubten Namen (${d('name', 'reservierter Name')}).`,
      kept: nothing,
      todo: [unused, fetchAgain],
    },
    'too-many-elements': {
      what: (d) =>
        `Die Datei enthält mehr Einträge als erlaubt (Grenze ${d('maximum', d('limit', 'siehe Anleitung'))}).`,
      kept: nothing,
      todo: ['Prüfen Sie, ob es die richtige Datei ist.', fetchAgain],
    },
    'control-character': {
      what: () => 'Die Datei enthält Steuerzeichen, die Text dieser Art nie hat.',
      kept: nothing,
      todo: [copyAgain],
    },
    'encoding-not-understood': {
      what: (d) => `Die Zeichen der Datei lassen sich nicht lesen (angegeben: ${d('encoding', 'nichts')}).`,
      kept: nothing,
      todo: [
        'Speichern Sie die Ausgabe erneut als UTF-8 oder Unicode, zum Beispiel mit „systeminfo > datei.txt“.',
      ],
    },
    'root-not-expected': {
      what: (d) =>
        `Dies ist XML, aber kein Dokument, das hier gelesen wird (es beginnt mit ${d('found', 'einem anderen Element')}).`,
      kept: nothing,
      todo: ['Bringen Sie das monatliche Sicherheitsdokument von Microsoft in CVRF-Form.'],
    },
    'archive-protected': {
      what: () => 'Das Archiv ist mit einem Kennwort geschützt.',
      kept: nothing,
      todo: ['Entpacken Sie es auf dem Ursprungsrechner und bringen Sie die Dateien daraus.'],
    },
    'archive-not-supported': {
      what: (d) => `Die Archivart ${d('archive', '')} wird noch nicht gelesen.`.replace('  ', ' '),
      kept: nothing,
      todo: ['Entpacken Sie es und lassen Sie die Dateien daraus hier fallen.'],
    },
    'not-recognised': {
      what: () =>
        'Der Inhalt passt zu keinem Katalog, Inventar, keiner UBR-Tabelle und keinem Arbeitsbereich.',
      kept: nothing,
      todo: [
        'Prüfen Sie, ob es die richtige Datei ist.',
        'Die Anleitung nennt die Befehle, die Inventardateien erzeugen.',
      ],
    },
    'not-waiting': {
      what: () =>
        'Diese Datei wartet nicht mehr auf eine Antwort: Sie wurde beantwortet oder weggelassen, vielleicht in einem anderen Fenster.',
      kept: nothing,
      todo: ['Sehen Sie auf der Importseite nach: Sie zeigt, was jetzt wartet.'],
    },
    'older-edition': {
      what: (d) =>
        `Diese Ausgabe (${day(d('offered', 'älter'))}, Revision ${d('offeredRevision', '?')}) kommt nicht nach der benutzten (${day(d('current', 'neuer'))}, Revision ${d('currentRevision', '?')}). Stillschweigend zurückzugehen wäre ein Rollback.`,
      kept: 'Die neuere Ausgabe bleibt in Gebrauch.',
      todo: [
        'Bringen Sie die neueste Ausgabe.',
        'Ist die ältere mit Absicht gewollt, ersetzen Sie sie mit festgehaltener Begründung.',
      ],
    },
    'no-machine-name': {
      what: () => 'Die Datei sagt nicht, von welchem Rechner sie ist.',
      kept: nothing,
      todo: [
        'Tragen Sie den Rechnernamen ein, wenn gefragt, oder importieren Sie sie zusammen mit der gleichnamigen systeminfo-Datei.',
      ],
    },
    'os-facts-inconsistent': {
      what: (d) =>
        `Die Angaben zum Betriebssystem widersprechen sich (${d('version', 'Version')} und ${d('build', 'Build')}).`,
      kept: nothing,
      todo: [
        'Erzeugen Sie das Inventar auf dem Rechner erneut.',
        'Widerspricht es sich wieder, heben Sie die Datei für den Hersteller dieses Programms auf.',
      ],
    },
    'language-not-understood': {
      what: () => 'Die Datei sieht nach systeminfo aus, aber ihre Sprache ist hier nicht bekannt.',
      kept: nothing,
      todo: [
        'Führen Sie „chcp 437“ und „systeminfo /fo list“ in einer englischen Konsole aus oder bringen Sie „wmic qfe list full“.',
      ],
    },
    'ubr-table-malformed': {
      what: (d) => `Eine Zeile der UBR-Tabelle ist nicht machine,zahl: ${d('found', 'unlesbare Zeile')}.`,
      kept: 'Keine UBR wurde geändert.',
      todo: [
        'Berichtigen Sie die Zeile: erste Spalte Rechnername, zweite Spalte die Zahl nach dem letzten Punkt von winver.',
      ],
    },
    'facts-malformed': {
      what: (d) =>
        `Die Faktendatei hat nicht die vereinbarte Form: ${d('field', 'die Datei')} müsste ${d('expected', 'ein anderer Wert')} sein, gefunden: ${d('found', 'etwas anderes')}.`,
      kept: 'Nichts aus der Datei wurde benutzt.',
      todo: [
        'Berichtigen Sie die angegebene Stelle, oder lassen Sie das Werkzeug, von dem die Datei kommt, sie neu schreiben.',
      ],
    },
    'registry-changes': {
      what: () => 'Die Datei löscht Schlüssel oder Werte: Sie ändert eine Registry, sie zeigt keine.',
      kept: nothing,
      todo: ['Exportieren Sie die Schlüssel auf dem Rechner mit „reg export“, und bringen Sie diese Datei.'],
    },
    'registry-too-large': {
      what: (d) => `Der Export enthält mehr als ${d('maximum', 'die erlaubte Zahl an')} Schlüssel und Werte.`,
      kept: nothing,
      todo: [
        'Exportieren Sie nur die Schlüssel, die der Leitfaden nennt, jeden in eine eigene Datei, und bringen Sie diese.',
      ],
    },
    'archive-nothing-known': {
      what: (d) => `Keine der ${d('files', '')} Dateien im Archiv ist von bekannter Art.`,
      kept: nothing,
      todo: [
        'Sehen Sie in das Archiv: Es ist vielleicht ein anderes, als gemeint war.',
        'Entpacken Sie es, und bringen Sie die Dateien, die gebraucht werden.',
      ],
    },
    'workspace-damaged': {
      what: () => 'Die Arbeitsbereichsdatei ist beschädigt: Ihr Inhalt passt nicht zu ihren Prüfsummen.',
      kept: untouched,
      todo: ['Benutzen Sie eine andere Kopie des Exports.', copyAgain],
    },
    'workspace-foreign': {
      what: () => 'Die Datei ist kein Arbeitsbereich von Patchferry.',
      kept: untouched,
      todo: ['Wählen Sie die Datei, die „Arbeitsbereich exportieren“ schrieb (patchferry-workspace).'],
    },
    'workspace-newer': {
      what: (d) =>
        `Der Arbeitsbereich wurde von einer neueren Version geschrieben (Format ${d('found', 'neuer')}, diese Version kennt ${d('known', 'ältere')}).`,
      kept: untouched,
      todo: ['Bringen Sie diese Version von Patchferry und stellen Sie dann wieder her.'],
    },
    'storage-full': {
      what: (d) =>
        `Der Browser hat keinen Platz mehr (${d('needed', 'einige')} Byte gebraucht, ${d('available', 'unbekannt')} frei).`,
      kept: 'Nichts halb Geschriebenes ist übrig; alles vorher Gespeicherte ist heil.',
      todo: [
        'Exportieren Sie den Arbeitsbereich jetzt.',
        'Schaffen Sie Platz auf der Platte oder lassen Sie die Grenze anheben und versuchen Sie es erneut.',
      ],
    },
    'storage-blocked': {
      what: () => 'Der Browser verweigert das Speichern (privates Fenster oder Richtlinie).',
      kept: 'Die Arbeit geht im Arbeitsspeicher weiter, bis das Fenster geschlossen wird.',
      todo: [
        'Exportieren Sie den Arbeitsbereich vor dem Schließen.',
        'Benutzen Sie ein normales Fenster oder bitten Sie die Verwaltung, Websitedaten für diese Adresse zu erlauben.',
      ],
    },
    cancelled: {
      what: () => 'Sie haben den Auftrag abgebrochen.',
      kept: 'Nichts davon wurde gespeichert.',
      todo: ['Starten Sie ihn wieder, wann Sie wollen.'],
    },
    'update-file-not-matching': {
      what: (d) =>
        `Die Update-Datei trägt keine KB eines freigegebenen Updates (${d('kb', 'keine KB im Namen')}).`,
      kept: 'Die Datei blieb außerhalb des Bundles.',
      todo: [
        'Behalten Sie den Dateinamen des Downloads, der die KB-Nummer trägt.',
        'Prüfen Sie, ob das Update freigegeben ist.',
      ],
    },
    ...storageErrors,
    ...declarationErrors,
    ...readingErrors,
    ...bundleErrors,
    ...signatureErrors,
    internal: {
      what: () =>
        'Das Programm traf auf einen Zustand, den es nicht erwartet. Das ist ein Fehler von Patchferry.',
      kept: 'Alles vorher Gespeicherte ist heil.',
      todo: [
        'Exportieren Sie den Arbeitsbereich.',
        'Kopieren Sie die Einzelheiten und geben Sie sie dem Hersteller dieses Programms.',
        'Laden Sie die Seite neu.',
      ],
    },
  },
};
