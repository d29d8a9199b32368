import type { readingErrors as english } from '../en/reading-errors.ts';

const nothing = 'Nichts wurde importiert; alles Gespeicherte ist, wie es war.';

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
};
