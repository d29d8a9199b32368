import type { StateReason } from '../domain/index.ts';
import { ruleSentences } from './rule-sentences.ts';

/** What a reason says of one update on one machine; `by` is the KB that decides, or empty. */
type Sentence = (update: string, machine: string, by: string) => string;

/** English sentences of the command line, one for every reason. */
export const reasonSentences: Readonly<Record<StateReason, Sentence>> = {
  'product-not-matching': (u, m) => `${u} is for other products than ${m} runs.`,
  'level-not-serviced': (_u, m) => `No imported document names the operating system level of ${m}.`,
  'hotpatch-track': (u, m) => `${m} is on the hotpatch track; ${u} is due at the next baseline.`,
  'not-enrolled-in-hotpatch': (u, m) => `${u} is a hotpatch, and ${m} is not on the hotpatch track.`,
  'contained-in-rollup': (u, m, by) => `${by || 'A rollup'} in the list of ${m} contains ${u}.`,
  'product-declared-absent': (_u, m) => `The site declared that the product is not on ${m}.`,
  'build-reached': (u, m) => `${m} has a build that contains ${u}.`,
  'kb-listed': (u, m) => `${u} stands in the hotfix list of ${m}.`,
  'superseding-kb-listed': (u, m, by) =>
    `${by || 'A newer update'} stands in the hotfix list of ${m} and contains ${u}.`,
  'build-below': (u, m) => `${m} has a build below the one that ${u} brings.`,
  'older-cumulative-listed': (u, m, by) =>
    `${by || 'A cumulative update'} in the hotfix list of ${m} is older than ${u}.`,
  'listed-kbs-older': (u, m) => `All that the hotfix list of ${m} holds is far older than ${u}.`,
  'kb-not-listed': (u, m) => `The complete hotfix list of ${m} holds neither ${u} nor what contains it.`,
  'os-facts-missing': (_u, m) => `No file says which operating system ${m} runs.`,
  'build-not-known': (_u, m) => `The build of ${m} is not known to this version of the program.`,
  'ubr-unknown': (u, m) =>
    `The build revision (UBR) of ${m} is missing, and its list does not decide about ${u}.`,
  'order-open': (u, _m, by) => `Whether ${by || 'the listed rollup'} comes before or after ${u} is open.`,
  'hotfix-list-cut': (u, m) => `The hotfix list of ${m} is cut off: that ${u} is not in it proves nothing.`,
  'hotfix-list-missing': (u, m) => `There is no hotfix list of ${m} to look for ${u} in.`,
  'product-presence-unknown': (u, m) => `No file says whether the product of ${u} is on ${m}.`,
  'declared-version-reached': (u, m) => `The version that the site declared for ${m} contains ${u}.`,
  'declared-version-below': (u, m) =>
    `The version that the site declared for ${m} is below the one that ${u} brings.`,
  'product-version-unknown': (u, m) =>
    `The site declared that the product of ${u} is on ${m}; which updates it has is not known.`,
  'component-version-unknown': (u, m) => `No file says which version of the component of ${u} is on ${m}.`,
  'channel-table-missing': () => 'The update goes by channel and build, which no catalog names.',
  'product-name-not-understood': (u) => `The name of the product of ${u} is not understood.`,
  ...ruleSentences,
  undecided: (u, m) => `The facts about ${m} leave several states open for ${u}.`,
};
