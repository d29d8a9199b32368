import type { StateReason } from '../../../domain/index.ts';
import { leafNames } from './rule-leaves.ts';
import { ruleSentence } from './rule-reasons.ts';
import { format as f } from './format.ts';

/** Values of a sentence: names as shown, found and wanted of the deciding fact where there is one. */
export interface Because {
  readonly kb: string;
  readonly machine: string;
  readonly by: string;
  readonly found: string;
  readonly wanted: string;
  readonly subject: string;
}

const built = (b: Because) => (b.found ? `build revision ${b.found}` : 'its build revision');

/** The explanation panel: sentence, tree, and what would change the answer. */
export const explain = {
  title: 'Why',
  open: 'Explain',
  hint: 'Choose a machine and an update, then press e.',
  loading: 'Reading the evidence',
  none: 'There is no state for this pair. Scan first.',
  for: (machine: string, update: string) => `${update} on ${machine}`,
  sentence: {
    'product-not-matching': (b: Because) =>
      `Not required: ${b.kb} is for other products than ${b.machine} runs.`,
    'level-not-serviced': (b: Because) =>
      `Not required: no imported document names the operating system level of ${b.machine}. It is not serviced, and never counts as compliant.`,
    'hotpatch-track': (b: Because) =>
      `Not required: ${b.machine} is on the hotpatch track; the hotpatch of the month takes the place of ${b.kb} until the next baseline.`,
    'not-enrolled-in-hotpatch': (b: Because) =>
      `Not required: ${b.kb} is a hotpatch, and ${b.machine} is not on the hotpatch track.`,
    'contained-in-rollup': (b: Because) => `Not required: ${b.by || 'an installed rollup'} contains ${b.kb}.`,
    'product-declared-absent': (b: Because) =>
      `Not required: the site declared that ${b.subject || 'the product'} is not on ${b.machine}.`,
    'build-reached': (b: Because) =>
      `Installed: ${b.machine} has ${built(b)}${b.wanted ? `, and ${b.kb} brings ${b.wanted}` : ''}.`,
    'kb-listed': (b: Because) => `Installed: ${b.kb} stands in the KB list of ${b.machine}.`,
    'superseding-kb-listed': (b: Because) =>
      `Installed: ${b.by || 'a newer update'} stands in the KB list of ${b.machine} and contains ${b.kb}.`,
    'build-below': (b: Because) =>
      `Required: ${b.machine} has ${built(b)}${b.wanted ? `, ${b.kb} brings ${b.wanted}` : ''}.`,
    'older-cumulative-listed': (b: Because) =>
      `Required: the newest cumulative update in the list of ${b.machine} is ${b.by || 'an older one'}, which comes before ${b.kb}.`,
    'listed-kbs-older': (b: Because) =>
      `Required: every KB in the complete list of ${b.machine} is far older than ${b.kb}.`,
    'kb-not-listed': (b: Because) =>
      `Required: the complete KB list of ${b.machine} holds neither ${b.kb} nor anything that contains it.`,
    'os-facts-missing': (b: Because) =>
      `Unknown: no inventory file says which operating system ${b.machine} runs.`,
    'build-not-known': (b: Because) =>
      `Unknown: the build ${b.found || ''} of ${b.machine} is not in the build table of this version.`.replace(
        '  ',
        ' ',
      ),
    'ubr-unknown': (b: Because) =>
      `Unknown: the build revision (UBR) of ${b.machine} is missing, and its KB list does not decide about ${b.kb}.`,
    'order-open': (b: Because) =>
      `Unknown: it is open whether ${b.by || 'the listed rollup'} comes before or after ${b.kb}.`,
    'hotfix-list-cut': (b: Because) =>
      `Unknown: the KB list of ${b.machine} is cut off, so that ${b.kb} is not in it proves nothing.`,
    'hotfix-list-missing': (b: Because) => `Unknown: there is no KB list of ${b.machine}.`,
    'product-presence-unknown': (b: Because) =>
      `Unknown: no fact says whether ${b.subject || 'the product'} is on ${b.machine}.`,
    'declared-version-reached': (b: Because) =>
      `Installed: the site declared a version${b.found ? ` (${b.found})` : ''} for ${b.machine} that contains ${b.kb}.`,
    'declared-version-below': (b: Because) =>
      `Required: the site declared a version${b.found ? ` (${b.found})` : ''} for ${b.machine} that is below the one ${b.kb} brings.`,
    'product-version-unknown': (b: Because) =>
      `Unknown: ${b.subject || 'the product'} is declared to be on ${b.machine}, but not in which version.`,
    'component-version-unknown': (b: Because) =>
      `Unknown: the version of ${b.subject || 'the component'} on ${b.machine} is missing.`,
    'channel-table-missing': (b: Because) =>
      `Unknown: ${b.kb} goes by channel and build, and the documents do not give the builds.`,
    'product-name-not-understood': (b: Because) =>
      `Unknown: this version does not understand the product name ${b.subject || 'of the update'}.`,
    ...ruleSentence,
    undecided: (b: Because) => `Unknown: no rule decides ${b.kb} on ${b.machine}.`,
  } satisfies Record<StateReason, (b: Because) => string>,
  /** Where the state rests on the order of KB numbers: what was compared. */
  numbers: {
    apart: (other: number, own: number, limit: number) =>
      `The order comes from the KB numbers: KB${other} lies ${f.number(Math.abs(other - own))} ${other > own ? 'above' : 'below'} KB${own}, more than ${f.number(limit)}.`,
    byMonth: (other: number, own: number, limit: number) =>
      `The order comes from the KB numbers: KB${other} lies more than ${f.number(limit)} above the Monthly Rollup of the month of KB${own} (${f.number(Math.abs(other - own))} from KB${own} itself).`,
    emptyList: (own: number) =>
      `The order comes from the KB numbers: the list is empty, so no KB in it is as new as KB${own}.`,
    trust:
      'This is inferred: Microsoft counts KB numbers up, and of no product is an update known whose number lies that far from another of its own and that came the other way round.',
  },
  change: {
    title: 'What would change this',
    possible: (list: string) => `It remains possible: ${list}.`,
    Required: (kb: string, wanted: string) =>
      wanted
        ? `A newer inventory of this machine that shows build revision ${wanted} or higher, or ${kb} in its KB list.`
        : `A newer inventory of this machine that lists ${kb} or an update that contains it.`,
    Installed: 'An inventory of this machine that no longer shows this.',
    NotRequired: 'Another product, level or track on this machine.',
  },
  catalogs: 'Rules from',
  parts: 'Decided for each product',
  asked: 'Asked before the products',
  decisive: 'decides',
  steps: 'Steps in order',
  before: (n: number): string => f.count(n, 'step before it did not apply', 'steps before it did not apply'),
  fired: 'gave the outcome',
  notFired: 'did not apply',
  openQuestion: 'could not be answered',
  kbList: 'KB list of the machine',
  found: 'found',
  wanted: 'wanted',
  missing: 'missing',
  notFound: 'nothing',
  notThere: 'not there',
  emptyList: 'an empty list',
  otherQuestions: (n: number) => `${n} questions that did not decide`,
  all: 'all of',
  any: 'any of',
  not: 'not',
  proven: 'proven',
  always: 'always',
  never: 'never',
  typed: 'typed by a person',
  declared: 'declared by the site',
  declaredBy: (by: string, on: string, until: string) => `declared by ${by} on ${on} until ${until}`,
  declaredThere: 'declared to be there',
  declaredAbsent: 'declared not to be there',
  source: 'Source',
  whole: 'Whole decision',
  path: 'Deciding path',
  leaf: leafNames as Readonly<Record<string, string>>,
};
