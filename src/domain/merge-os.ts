import { compareGrades } from './evidence-grade.ts';
import type { EvidenceGrade } from './evidence-grade.ts';
import { notCollected } from './fact.ts';
import type { Fact } from './fact.ts';
import type { InventoryReading, ReadingWarning } from './inventory.ts';
import type { OsFacts } from './machine.ts';

interface Source {
  readonly file: string;
  readonly grade: EvidenceGrade;
  readonly os: OsFacts;
}

/**
 * Operating system facts of files that show the same build, in file order. Of files that differ the
 * stronger evidence counts (inventory-sources, section 1); equals leave the fact unavailable, because a
 * wrong one would decide states. A warning names both files either way.
 */
export function mergeOs(readings: readonly Pick<InventoryReading, 'file' | 'os' | 'facts'>[]): {
  readonly os: OsFacts;
  readonly warnings: readonly ReadingWarning[];
} {
  const sources = readings.flatMap(({ file, os, facts }): Source[] =>
    os === null ? [] : [{ file, os, grade: facts ? (facts.grade ?? 'A') : 'B' }],
  );
  const warnings: ReadingWarning[] = [];
  const pick = <K extends keyof OsFacts>(key: K) => sources.map(({ os }) => os[key]);
  const merge = <T>(name: string, of: (os: OsFacts) => Fact<T>): Fact<T> => {
    const { fact, warning } = mergeFact(name, sources, of);
    if (warning) warnings.push(warning);
    return fact;
  };
  const os: OsFacts = {
    version: merge('version', ({ version }) => version),
    // Code pages garble names in different ways: the first is as good as the others, and decides nothing.
    name: pick('name').find((fact) => fact.state === 'known') ?? notCollected,
    servicePack: highest(pick('servicePack')),
    architecture: merge('architecture', ({ architecture }) => architecture),
    role: merge('role', ({ role }) => role),
    installation: merge('installation', ({ installation }) => installation),
    ubr: highest(pick('ubr')),
    edition: merge('edition', ({ edition }) => edition),
  };
  return { os, warnings };
}

function mergeFact<T>(
  name: string,
  sources: readonly Source[],
  of: (os: OsFacts) => Fact<T>,
): { readonly fact: Fact<T>; readonly warning?: ReadingWarning } {
  const facts = sources.map(({ file, grade, os }) => ({ file, grade, fact: of(os) }));
  const known = facts.flatMap(({ file, grade, fact }) =>
    fact.state === 'known' ? [{ file, grade, fact }] : [],
  );
  const [first] = [...known].sort((a, b) => compareGrades(a.grade, b.grade));
  if (!first) {
    const absent = facts.find(({ fact }) => fact.state === 'absent');
    return { fact: (absent ?? facts[0])?.fact ?? notCollected };
  }
  const others = known.filter(({ fact }) => fact.value !== first.fact.value);
  const equal = others.find(({ grade }) => grade === first.grade);
  const other = equal ?? others[0];
  if (!other) return { fact: first.fact };
  const details = {
    fact: name,
    first: first.file,
    second: other.file,
    counts: equal ? '' : first.file,
  };
  return {
    fact: equal ? { state: 'unavailable', reason: 'not-understood' } : first.fact,
    warning: { code: 'os-facts-contradict', file: first.file, details },
  };
}

/** The highest of the known numbers: service packs and revisions only rise. */
function highest(facts: readonly Fact<number>[]): Fact<number> {
  const known = facts.filter((fact) => fact.state === 'known');
  return known.reduce<Fact<number>>(
    (best, fact) => (best.state === 'known' && best.value >= fact.value ? best : fact),
    facts[0] ?? notCollected,
  );
}
