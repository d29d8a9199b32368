import { format as f } from './format.ts';

/** What to take of the Microsoft Update offline catalog: products, classifications and languages. */
export const scope = {
  legend: 'What to take of the Microsoft Update catalog',
  whole: 'Everything, with English texts',
  last: (choice: string) => `As last time: ${choice}`,
  choose: 'Choose products, classifications and languages',
  hint: 'To choose, the list is read from the catalog first. The choice is remembered for the next month.',
  reading: (file: string) => `Reading what there is to choose in ${file}`,
  readingNames: (file: string) => `Reading all names in ${file}`,
  line: {
    allProducts: 'all products',
    allClassifications: 'all classifications',
    classifications: (n: number) => f.count(n, 'classification', 'classifications'),
    texts: (languages: string) => `texts: ${languages}`,
  },
  title: 'Choose what to take of this catalog',
  search: 'Search in products, classifications and languages',
  lists: { products: 'Products', classifications: 'Classifications', languages: 'Languages' },
  chosen: (n: number, all: number) => `${f.number(n)} of ${f.number(all)} chosen`,
  all: 'All',
  none: 'None',
  allFound: 'All found',
  noneFound: 'None found',
  noMatch: 'Nothing found.',
  noFamily: 'Without a product family',
  textsHint: 'Texts counted in the parts that were looked at. Files of updates do not depend on this.',
  nameless: (n: number) =>
    `${f.count(n, 'entry stands', 'entries stand')} with an id: the names lie in parts of the catalog that were not read.`,
  readNames: 'Read all names (takes as long as an import)',
  absent: (n: number) =>
    `${f.count(n, 'entry', 'entries')} chosen last time ${n === 1 ? 'is' : 'are'} not in this edition; the choice is kept for the next one.`,
  nothing: {
    products: 'Choose at least one product.',
    classifications: 'Choose at least one classification.',
    languages: 'Choose at least one language.',
  },
  takes: (n: number, all: number) => `${f.number(n)} of ${f.count(all, 'update is', 'updates are')} taken.`,
  withNeeds: 'What they need comes with them: members, prerequisites, detection rules.',
  start: 'Import this choice',
  catalogs: {
    title: 'What is taken of the Microsoft Update catalog',
    everything: 'Everything of the edition is taken.',
    allOf: 'all',
    leftOut: (n: number) =>
      `${f.count(n, 'update of this edition is', 'updates of this edition are')} outside of the choice: not listed, without a state, in no bundle.`,
    change: 'To choose again, add the same file once more.',
  },
  note: (n: number) =>
    `${f.count(n, 'update of the Microsoft Update catalog is', 'updates of the Microsoft Update catalog are')} outside of the products and classifications chosen at import: not listed and not decided.`,
  noteLink: 'See the choice',
};
