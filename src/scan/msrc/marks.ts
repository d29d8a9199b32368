/**
 * Remarks beside a state (msrc-cvrf, section 4, steps 5, 6 and 8): they never change it. The tables
 * are small on purpose; each line has its source.
 */
import { monthOf, normalisedProductName, valueOf } from '../../domain/index.ts';
import type { Machine, PatchState, StateMark } from '../../domain/index.ts';
import type { Context } from './context.ts';
import { partnerOf } from './earlier-clauses.ts';
import type { Pair } from './pairs.ts';

/** What fixes after the end of support need: Microsoft's lifecycle pages (last month of free fixes). */
const supportEnds: readonly {
  readonly product: RegExp;
  readonly last: string;
  readonly then: 'needs-esu-licence' | 'ltsc-edition-only';
}[] = [
  { product: /^windows 10( for |$)/, last: '2017-May', then: 'ltsc-edition-only' },
  { product: /^windows 10 version 1607\b/, last: '2019-Apr', then: 'ltsc-edition-only' },
  { product: /^windows 10 version 1809\b/, last: '2021-May', then: 'ltsc-edition-only' },
  { product: /^windows 10 version 21h2\b/, last: '2024-Jun', then: 'ltsc-edition-only' },
  { product: /^windows 10 version 22h2\b/, last: '2025-Oct', then: 'needs-esu-licence' },
  { product: /^windows 7\b/, last: '2020-Jan', then: 'needs-esu-licence' },
  { product: /^windows server 2008\b/, last: '2020-Jan', then: 'needs-esu-licence' },
  { product: /^windows server 2012\b/, last: '2023-Oct', then: 'needs-esu-licence' },
];

/**
 * Builds counted as patched while fixes were rolled back. CVE-2024-43491: 10.0.10240 with revisions of
 * March 2024 (20526) up to, but not including, September 2024 (20766).
 */
const buildExceptions = [
  { cve: 'CVE-2024-43491', build: '10.0.10240', from: 20_526, below: 20_766 },
] as const;

/** Step 6: the newest document of the pair lies after the end of support, or the product is of family ESU. */
export function supportMarks(pair: Pair, machine: Machine): readonly StateMark[] {
  const marks: StateMark[] = [];
  const name = normalisedProductName(pair.product.name);
  const month = Math.max(...pair.documents.map((document) => monthOf(document) ?? 0));
  const line = supportEnds.find(({ product }) => product.test(name));
  const after = line !== undefined && month > (monthOf(line.last) ?? Infinity);
  // Old documents are issued anew under today's families: the table, where it has the product, knows better.
  const licensed = line === undefined ? pair.family === 'ESU' : after && line.then === 'needs-esu-licence';
  if (licensed) marks.push('needs-esu-licence', 'licence-unknown');
  else if (after && !isLtsc(machine)) marks.push('ltsc-edition-only');
  return marks;
}

/** EditionID of the long-term editions ends in S: EnterpriseS, IoTEnterpriseS. */
function isLtsc(machine: Machine): boolean {
  const edition = valueOf(machine.os.edition);
  return edition !== null && /(EnterpriseSN?|LTS[BC])\b/.test(edition);
}

/** Step 8. */
export function exceptionMarks(machine: Machine, state: PatchState): readonly StateMark[] {
  const build = valueOf(machine.os.version);
  const ubr = valueOf(machine.os.ubr);
  const applies = buildExceptions.some(
    (line) => line.build === build && (ubr === null || (ubr >= line.from && ubr < line.below)),
  );
  return state === 'Installed' && applies ? ['build-exception'] : [];
}

/**
 * Step 5: true where the pair is one half of an alternative (Security Only or IE Cumulative against
 * the Monthly Rollup of the same product and document) and not of the chosen track.
 */
export function isOtherTrack(pair: Pair, track: 'rollup' | 'security-only', context: Context): boolean {
  const kind = context.kinds.of(pair);
  const { id } = pair.product;
  if (track === 'rollup') {
    const contained = kind === 'security-only' || kind === 'ie-cumulative';
    return contained && partnerOf(pair, context.peers(id, 'rollup')) !== null;
  }
  if (kind !== 'rollup') return false;
  return context
    .peers(id, 'security-only')
    .some((other) => partnerOf(other, context.peers(id, 'rollup')) === pair);
}
