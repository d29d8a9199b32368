import type { Words } from '../en/index.ts';
import { format as f } from './format.ts';

export const scope: Words['scope'] = {
  legend: 'Was vom Microsoft-Update-Katalog übernommen wird',
  whole: 'Alles, mit englischen Texten',
  last: (choice) => `Wie beim letzten Mal: ${choice}`,
  choose: 'Produkte, Klassifizierungen und Sprachen wählen',
  hint: 'Zum Wählen wird erst die Liste aus dem Katalog gelesen. Die Wahl bleibt für den nächsten Monat gemerkt.',
  reading: (file) => `Lesen, was in ${file} zu wählen ist`,
  readingNames: (file) => `Alle Namen in ${file} lesen`,
  line: {
    allProducts: 'alle Produkte',
    allClassifications: 'alle Klassifizierungen',
    classifications: (n) => f.count(n, 'Klassifizierung', 'Klassifizierungen'),
    texts: (languages) => `Texte: ${languages}`,
  },
  title: 'Wählen, was von diesem Katalog übernommen wird',
  search: 'In Produkten, Klassifizierungen und Sprachen suchen',
  lists: { products: 'Produkte', classifications: 'Klassifizierungen', languages: 'Sprachen' },
  chosen: (n, all) => `${f.number(n)} von ${f.number(all)} gewählt`,
  all: 'Alle',
  none: 'Keine',
  allFound: 'Alle gefundenen',
  noneFound: 'Keine gefundenen',
  noMatch: 'Nichts gefunden.',
  noFamily: 'Ohne Produktfamilie',
  textsHint:
    'Gezählt sind die Texte in den Teilen, die angesehen wurden. Die Dateien der Updates hängen nicht davon ab.',
  nameless: (n) =>
    `${f.count(n, 'Eintrag steht', 'Einträge stehen')} mit einer Kennung da: Die Namen liegen in Teilen des Katalogs, die nicht gelesen wurden.`,
  readNames: 'Alle Namen lesen (dauert so lange wie ein Import)',
  absent: (n) =>
    `${f.count(n, 'Eintrag', 'Einträge')} der letzten Wahl ${n === 1 ? 'fehlt' : 'fehlen'} in dieser Ausgabe; die Wahl bleibt für die nächste gemerkt.`,
  nothing: {
    products: 'Wählen Sie mindestens ein Produkt.',
    classifications: 'Wählen Sie mindestens eine Klassifizierung.',
    languages: 'Wählen Sie mindestens eine Sprache.',
  },
  takes: (n, all) => `${f.number(n)} von ${f.count(all, 'Update wird', 'Updates werden')} übernommen.`,
  withNeeds: 'Was sie brauchen, kommt mit: Teile, Voraussetzungen, Erkennungsregeln.',
  start: 'Diese Auswahl importieren',
  catalogs: {
    title: 'Was vom Microsoft-Update-Katalog übernommen ist',
    everything: 'Alles aus der Ausgabe ist übernommen.',
    allOf: 'alle',
    leftOut: (n) =>
      `${f.count(n, 'Update dieser Ausgabe liegt', 'Updates dieser Ausgabe liegen')} außerhalb der Auswahl: nicht gelistet, ohne Zustand, in keinem Bundle.`,
    change: 'Um neu zu wählen, fügen Sie dieselbe Datei noch einmal hinzu.',
  },
  note: (n) =>
    `${f.count(n, 'Update des Microsoft-Update-Katalogs liegt', 'Updates des Microsoft-Update-Katalogs liegen')} außerhalb der beim Import gewählten Produkte und Klassifizierungen: nicht gelistet und nicht entschieden.`,
  noteLink: 'Auswahl ansehen',
};
