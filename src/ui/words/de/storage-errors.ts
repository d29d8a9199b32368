import type { storageErrors as english } from '../en/storage-errors.ts';

const whole = 'Alles vorher Gespeicherte ist heil.';

export const storageErrors: typeof english = {
  'storage-newer': {
    what: () => 'Die Daten in diesem Browser wurden von einer neueren Version von Patchferry geschrieben.',
    kept: 'Sie wurden nicht angerührt.',
    todo: [
      'Schließen Sie diese Seite und öffnen Sie die neuere Version.',
      'Oder exportieren Sie dort und stellen Sie die Arbeitsbereichsdatei hier wieder her.',
    ],
  },
  'storage-held': {
    what: () => 'Ein anderes Fenster von Patchferry hält die Daten.',
    kept: whole,
    todo: ['Schließen Sie die anderen Fenster von Patchferry.', 'Versuchen Sie es dann erneut.'],
  },
  'storage-damaged': {
    what: () => 'Die Daten in diesem Browser lassen sich nicht lesen: Ein Datensatz ist beschädigt.',
    kept: 'Nichts wurde geändert.',
    todo: [
      'Stellen Sie die letzte Arbeitsbereichsdatei in den Einstellungen wieder her.',
      'Behalten Sie dieses Browserprofil, bis das gelungen ist.',
    ],
  },
  'read-only': {
    what: () => 'Dieses Fenster schaut nur zu: Ein anderes Fenster von Patchferry schreibt.',
    kept: 'Nichts wurde geändert.',
    todo: [
      'Arbeiten Sie im anderen Fenster weiter.',
      'Oder wählen Sie hier „Übernehmen“ und versuchen Sie es erneut.',
    ],
  },
  'worker-stopped': {
    what: () => 'Der Teil des Programms, der die Arbeit tut, brach mitten im Auftrag ab.',
    kept: whole,
    todo: [
      'Versuchen Sie es erneut.',
      'Bricht er wieder ab, schließen Sie andere Programme: Der Arbeitsspeicher kann knapp sein.',
    ],
  },
  'reason-missing': {
    what: () => 'Ein abgelehntes oder zurückgestelltes Update braucht eine Begründung.',
    kept: 'Keine Entscheidung wurde geändert.',
    todo: ['Schreiben Sie die Begründung in wenigen Worten und entscheiden Sie erneut.'],
  },
  'practice-not-empty': {
    what: () =>
      'Dieser Arbeitsbereich enthält Kataloge oder Rechner: Übungsdaten kommen nur in einen leeren, damit erfundene Rechner nie neben echten stehen.',
    kept: 'Hier ist alles, wie es war.',
    todo: [
      'Exportieren Sie diesen Arbeitsbereich in den Einstellungen und löschen Sie dort alles, oder öffnen Sie die Seite in einem anderen Browserprofil oder einem privaten Fenster.',
      'Wählen Sie dann auf der leeren Startseite den Übungsstandort.',
    ],
  },
};
