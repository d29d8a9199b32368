import type { inBundle as english } from '../en/in-bundle.ts';

export const keptBundle = 'Es wurde kein Bundle geschrieben; Freigaben und Dateien sind, wie sie waren.';

const leftOut = 'Die Datei wurde nicht angehängt. Freigaben und alle anderen Dateien sind, wie sie waren.';
const fetchAgain =
  'Holen Sie die Datei auf der verbundenen Seite noch einmal, und vergleichen Sie die Größe mit der dort angezeigten.';

/** Worte für Fehler, die hier eine Update-Datei meinen, beim Import aber Katalog oder Inventar. */
export const inBundle: typeof english = {
  'file-empty': {
    what: () => 'Die Update-Datei ist leer: Sie hat 0 Byte.',
    kept: leftOut,
    todo: [fetchAgain],
  },
  'web-page-instead': {
    what: () =>
      'Das ist eine Webseite, keine Update-Datei: Statt der Datei wurde eine Anmelde-, Fehler- oder Downloadseite gespeichert.',
    kept: leftOut,
    todo: [
      'Laden Sie auf der verbundenen Seite die Datei selbst, nötigenfalls angemeldet, nicht die Seite, die sie anbietet.',
      'Sehen Sie sie dort an, bevor Sie sie tragen: Eine Webseite beginnt mit <!DOCTYPE html oder <html.',
    ],
  },
  'file-unreadable': {
    what: () => 'Der Browser konnte die Update-Datei nicht bis zum Ende lesen.',
    kept: leftOut,
    todo: [
      'Prüfen Sie, ob das Medium noch steckt.',
      'Kopieren Sie die Datei auf die lokale Platte, und hängen Sie sie erneut an.',
    ],
  },
  'file-changed-while-read': {
    what: () => 'Die Update-Datei änderte sich während des Lesens.',
    kept: leftOut,
    todo: ['Warten Sie, bis das schreibende Programm fertig ist.', 'Hängen Sie sie erneut an.'],
  },
  cancelled: {
    what: () => 'Sie haben den Vorgang abgebrochen.',
    kept: keptBundle,
    todo: ['Beginnen Sie ihn wieder, wenn Sie wollen.'],
  },
};
