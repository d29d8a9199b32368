import type { DeclarationProblem, RejectionCode } from '../../../domain/index.ts';
import type { ErrorWords } from '../error-text.ts';
import { format as f } from './format.ts';
import { nothing } from './kept.ts';

const problems = {
  'name-missing': 'Your name is needed: a declaration says who made it.',
  'product-missing': 'Name at least one product.',
  'product-of-windows': 'Windows itself is read from files and cannot be declared.',
  'machine-missing': 'Say on which machines: choose some, or fill in a part of the filter.',
  'reason-missing': 'Say why in a few words: how do you know?',
  'date-missing': 'Give the last day on which it counts.',
  'date-past': 'The last day is over already.',
  'version-form': 'A version has four numbers, such as 15.0.4430.1.',
  'version-needless': 'A version belongs to one product that is there.',
} satisfies Record<DeclarationProblem, string>;

/** What a site declares of products: the dialog and the list. */
export const declarations = {
  open: 'Declare',
  count: (n: number) => f.count(n, 'declaration', 'declarations'),
  openFor: (product: string) => `Declare whether ${product} is there`,
  title: 'Declare a product',
  renewTitle: 'Renew a declaration',
  what: 'Product',
  family: (name: string) => `All products of ${name}, also those of later documents`,
  familyOnly: 'Only what is named above',
  says: 'What is true',
  absent: 'It is not there',
  present: 'It is there',
  presentHint:
    'That it is there settles nothing by itself: its updates are Required or Installed then. Only for SQL Server and Exchange a version tells which.',
  version: 'Version (four numbers, optional)',
  versionHint: 'As the product shows it: SELECT @@VERSION, or Get-ExchangeServer.',
  where: 'On which machines',
  all: (n: number) => `On all machines, also later ones (now ${f.number(n)})`,
  chosen: (n: number) => (n === 1 ? 'On this machine' : `On these ${f.number(n)} machines`),
  filter: 'On machines of a filter, also later ones',
  filterName: 'Name, * for any characters',
  filterOs: 'Part of the operating system’s name',
  filterRole: 'Client or server',
  roles: { any: 'either', client: 'client', server: 'server' },
  reason: 'How do you know?',
  reasonHint: 'For whoever reads it next year, such as “software list of 3 March, checked with A. Meyer”.',
  until: 'Counts until',
  untilHint: 'A year at first. After this day the states are Unknown again until somebody renews it.',
  save: 'Declare',
  counting: 'Counting what it would settle …',
  settles: (n: number, machines: number) =>
    n === 0
      ? `Would settle no unknown state (${f.count(machines, 'machine', 'machines')}).`
      : `Would settle ${f.count(n, 'unknown state', 'unknown states')} on ${f.count(machines, 'machine', 'machines')}.`,
  becoming: (word: string, n: number) => `${word} ${f.number(n)}`,
  unsettles: (n: number) =>
    `${f.count(n, 'state', 'states')} would become Unknown: another declaration says something else, or a listed KB shows the product.`,
  saved: 'Declared. States were computed anew.',
  revoked: 'Declaration taken back. States were computed anew.',
  list: {
    title: 'Declarations of products',
    text: 'What people of this site said about products that no inventory file names. A fact from a file always wins.',
    none: 'Nothing is declared. The step is offered at Missing facts, in Review, and in the proof of an unknown state.',
    toFacts: 'Go to Missing facts',
    absent: 'not there',
    present: 'there',
    by: (name: string, on: string) => `declared by ${name} on ${on}`,
    until: (date: string) => `counts until ${date}`,
    expired: (date: string) => `counted until ${date}, counts no more`,
    soon: 'ends soon',
    over: 'expired',
    machines: (n: number) => f.count(n, 'machine now', 'machines now'),
    where: { all: 'all machines', chosen: 'chosen machines' },
    scopes: { all: 'all', chosen: 'chosen ones', filter: 'of a filter' } as Readonly<Record<string, string>>,
    filter: (parts: string) => `machines of a filter: ${parts}`,
    conflict: (n: number, other: string) =>
      `Contradicts “${other}” on ${f.count(n, 'machine', 'machines')}: neither counts there. Take one back.`,
    refuted: (machine: string, kb: number, product: string) =>
      `${machine} lists KB${kb}, which is only for products that are declared absent, ${product} among them: for it the declaration does not count on this machine.`,
    renew: 'Change or renew',
    revoke: 'Take back',
    revokeOf: (product: string) => `Take back: ${product}`,
    renewOf: (product: string) => `Change or renew: ${product}`,
    exportAll: 'Save as a file for the command line',
  },
  problems: problems as Readonly<Record<string, string>>,
};

type Code = Extract<RejectionCode, 'declaration-refused' | 'declarations-malformed'>;

/** Words for declarations that cannot be kept. */
export const declarationErrors: Readonly<Record<Code, ErrorWords>> = {
  'declaration-refused': {
    what: (d) =>
      `The declaration cannot be kept. ${declarations.problems[String(d('problem', ''))] ?? ''}`.trim(),
    kept: 'No declaration was changed.',
    todo: ['Correct it, and declare again.'],
  },
  'declarations-malformed': {
    what: (d) =>
      `The file of declarations is not in its form: ${d('found', 'nothing')} instead of ${d('expected', 'a value')}.`,
    kept: nothing,
    todo: ['Correct the place that is named; the guide page on declarations describes the form.'],
  },
};
