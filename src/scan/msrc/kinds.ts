/**
 * What a (KB, product) pair is for the rules of msrc-cvrf, section 4: the ranked ones, the ones that
 * only the list decides, and the hotpatches.
 */
import type { CatalogWarning } from '../../domain/index.ts';
import type { Pair } from './pairs.ts';

export type PairKind =
  /** OS cumulative update of Windows 10 and later. */
  | 'cumulative'
  | 'hotpatch'
  /** Monthly Rollup (earlier Windows, or of a component). */
  | 'rollup'
  | 'security-only'
  | 'ie-cumulative'
  /** A package of its own: neither build nor rank decides it. */
  | 'stand-alone';

/**
 * Packages of their own that carry the month's build (section 2, traps). KB5012170: Secure Boot DBX.
 * Add a line only with the document that shows it.
 */
const standAloneKbs: readonly number[] = [5012170];

const cumulativeSubTypes = ['security update', 'update', 'cumulative update'];

export interface Kinds {
  of(pair: Pair): PairKind;
  readonly warnings: readonly CatalogWarning[];
}

const keyOf = (pair: Pair) => `${String(pair.kb)}/${pair.product.id}`;
const subTypeOf = (pair: Pair) => pair.subType.trim().replace(/\s+/g, ' ').toLowerCase();

/** `Security Hotpatch Update`, `SecurityHotpatchUpdate`. */
const namedHotpatch = (pair: Pair) => /hotpatch/.test(subTypeOf(pair));

const isWindows10 = (pair: Pair) =>
  pair.product.meaning.kind === 'os' && (pair.product.os?.builds[0] ?? '').startsWith('10.0.');

export function kindsOf(pairs: readonly Pair[]): Kinds {
  const hotpatchRevisions = new Set(
    pairs
      .filter((pair) => namedHotpatch(pair) && pair.revision !== null)
      .map((pair) => `${pair.product.id}/${String(pair.revision)}`),
  );
  const kinds = new Map<string, PairKind>();
  for (const pair of pairs) kinds.set(keyOf(pair), firstKind(pair, hotpatchRevisions));
  const warnings = settleTwins(pairs, kinds);
  return { of: (pair) => kinds.get(keyOf(pair)) ?? 'stand-alone', warnings };
}

function firstKind(pair: Pair, hotpatchRevisions: ReadonlySet<string>): PairKind {
  const subType = subTypeOf(pair);
  // Hotpatch-only fixes are labelled otherwise: the build tells (section 2, traps).
  if (namedHotpatch(pair) || hotpatchRevisions.has(`${pair.product.id}/${String(pair.revision)}`)) {
    return 'hotpatch';
  }
  if (subType === 'monthly rollup') return 'rollup';
  if (subType === 'security only') return 'security-only';
  if (subType === 'ie cumulative') return 'ie-cumulative';
  if (!isWindows10(pair) || standAloneKbs.includes(pair.kb)) return 'stand-alone';
  return cumulativeSubTypes.includes(subType) ? 'cumulative' : 'stand-alone';
}

/**
 * The other sign of section 2: two Security Updates for one product and one build in one document.
 * The one that spans more builds is the package of its own; equal ones are only named.
 */
function settleTwins(pairs: readonly Pair[], kinds: Map<string, PairKind>): CatalogWarning[] {
  const spans = new Map<number, Set<string>>();
  const twins = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (kinds.get(keyOf(pair)) !== 'cumulative') continue;
    const span = spans.get(pair.kb) ?? new Set<string>();
    for (const build of pair.product.os?.builds ?? []) span.add(build);
    spans.set(pair.kb, span);
    if (pair.revision === null || subTypeOf(pair) !== 'security update') continue;
    for (const document of pair.documents) {
      const key = `${document}/${pair.product.id}/${String(pair.revision)}`;
      twins.set(key, [...(twins.get(key) ?? []), pair]);
    }
  }
  const warnings = new Map<string, CatalogWarning>();
  for (const [key, group] of twins) {
    if (group.length < 2) continue;
    const widths = group.map((pair) => spans.get(pair.kb)?.size ?? 0);
    const narrowest = Math.min(...widths);
    group.forEach((pair, i) => {
      if ((widths[i] ?? 0) > narrowest) kinds.set(keyOf(pair), 'stand-alone');
    });
    const kbs = group.map((pair) => `KB${String(pair.kb)}`).join(', ');
    const document = key.split('/')[0] ?? '';
    warnings.set(`${document}/${kbs}`, {
      code: 'two-updates-one-build',
      details: { document, kbs, product: group[0]?.product.name ?? '' },
    });
  }
  return [...warnings.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, warning]) => warning);
}
