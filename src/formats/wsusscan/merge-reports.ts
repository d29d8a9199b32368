import type { CatalogWarning } from '../../domain/index.ts';
import { maxNamedFaults } from './limits.ts';
import type { MuReadReport } from './sink.ts';

export const emptyReport: MuReadReport = {
  revisions: 0,
  updates: 0,
  children: 0,
  detectoids: 0,
  categories: 0,
  faults: 0,
  languages: [],
  texts: {},
  ruleElements: {},
  warnings: [],
};

/** Reports of several shards as one, the same in whatever order they come. */
export function mergeReports(reports: readonly MuReadReport[]): MuReadReport {
  const sum = (count: (report: MuReadReport) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return {
    revisions: sum(({ revisions }) => revisions),
    updates: sum(({ updates }) => updates),
    children: sum(({ children }) => children),
    detectoids: sum(({ detectoids }) => detectoids),
    categories: sum(({ categories }) => categories),
    faults: sum(({ faults }) => faults),
    languages: [...new Set(reports.flatMap(({ languages }) => languages))].sort(),
    texts: addedUp(reports.map(({ texts }) => texts)),
    ruleElements: addedUp(reports.map(({ ruleElements }) => ruleElements)),
    warnings: mergeWarnings(
      reports.flatMap(({ warnings }) => warnings),
      sum(({ faults }) => faults),
    ),
  };
}

/** Counts by name, sorted by name. */
function addedUp(counted: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const counts of counted) {
    for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One warning for each different thing; fragments are named one by one up to the limit. */
function mergeWarnings(warnings: readonly CatalogWarning[], faults: number): readonly CatalogWarning[] {
  const byKey = new Map<string, CatalogWarning>();
  for (const warning of warnings) {
    if (warning.code === 'fragments-unreadable') continue;
    const { count, first, ...rest } = warning.details;
    const key = JSON.stringify([warning.code, sorted(rest)]);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? warning : both(known, warning));
    void [count, first];
  }
  const all = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, warning]) => warning);
  const named = all.filter(({ code }) => code === 'fragment-unreadable').slice(0, maxNamedFaults);
  const others = all.filter(({ code }) => code !== 'fragment-unreadable');
  if (faults <= named.length) return [...named, ...others];
  return [
    ...named,
    { code: 'fragments-unreadable', details: { count: faults, named: named.length } },
    ...others,
  ];
}

/** The counts added up; of the places where it occurs first, the one that sorts first. */
function both(a: CatalogWarning, b: CatalogWarning): CatalogWarning {
  const count = Number(a.details['count'] ?? 1) + Number(b.details['count'] ?? 1);
  const firsts = [a.details['first'], b.details['first']].filter((first) => first !== undefined).map(String);
  const [first] = firsts.sort();
  return { code: a.code, details: { ...a.details, count, ...(first !== undefined && { first }) } };
}

function sorted(details: CatalogWarning['details']): readonly (readonly [string, string | number])[] {
  return Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
}
