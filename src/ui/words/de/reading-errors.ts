import type { readingErrors as english } from '../en/reading-errors.ts';
import { nothing } from './kept.ts';

export const readingErrors: typeof english = {
  'limit-exceeded': {
    what: (d) =>
      `Die Datei überschreitet eine Grenze (${d('limit', 'Größe')}: höchstens ${d('maximum', 'siehe Anleitung')}). Keine echte Datei dieser Art tut das.`,
    kept: nothing,
    todo: ['Benutzen Sie diese Datei nicht.', 'Holen oder erzeugen Sie sie erneut.'],
  },
  'element-missing': {
    what: (d) => `Etwas, das jedes Dokument dieser Art hat, fehlt: ${d('element', 'ein Element')}.`,
    kept: nothing,
    todo: ['Vergleichen Sie Größe und SHA-256 mit der verbundenen Seite.', 'Holen Sie das Dokument erneut.'],
  },
  'several-machines': {
    what: (d) =>
      `Die Datei spricht von mehreren Rechnern (${d('machines', 'mehr als einem')}); eine Datei wird als ein Rechner gelesen.`,
    kept: nothing,
    todo: ['Erzeugen Sie für jeden Rechner eine eigene Datei.'],
  },
  'archive-damaged': {
    what: () => 'Das Archiv ist beschädigt: Sein Inhalt widerspricht seinen eigenen Längen oder Prüfsummen.',
    kept: nothing,
    todo: [
      'Kopieren Sie die Datei noch einmal von ihrem Ursprung und vergleichen Sie Größe und SHA-256.',
      'Ist die Kopie gleich, holen Sie die Datei auf der verbundenen Seite erneut.',
    ],
  },
  'archive-part-missing': {
    what: (d) =>
      `Die Cabinet-Datei ist Teil eines Satzes, und der Teil ${d('part', 'mit der Fortsetzung')} fehlt.`,
    kept: nothing,
    todo: [
      'Bringen Sie alle Teile des Satzes und lassen Sie sie zusammen hier fallen.',
      'Oder entpacken Sie den Satz und lassen Sie die Dateien daraus hier fallen.',
    ],
  },
};
