/**
 * Synthetic machines: one variant of the operating system, a tenth of the applications, every file of
 * both (5,000 facts), each product patched up to some build. One fact in two hundred was not collected.
 */
import type { Subject } from '../../../src/scan/quantise/subjects.ts';
import {
  applicationFile,
  newestBuild,
  packageName,
  productName,
  registryKey,
  systemFile,
} from './catalog.ts';
import type { Sizes } from './catalog.ts';
import { seeded, whole } from '../../support/seeded.ts';

/** Value of a fact that was not collected. */
export const notCollected = -1;

/** Facts of one machine: numbers into `factNames` and values, presence being 1; what is missing is absent. */
export interface MadeMachine {
  readonly facts: Int32Array;
  readonly values: Float64Array;
}

/** Versions as one number: product, then build. */
export const versionNumber = (product: number, build: number): number => (product + 1) * 100_000 + build;

/** First number of each sort of fact. */
function sorts(sizes: Sizes) {
  const products = sizes.systems + sizes.applications;
  const systemFiles = products;
  const applicationFiles = systemFiles + sizes.systemFiles;
  const registry = applicationFiles + sizes.applications * sizes.filesOfApplication;
  const packages = registry + sizes.registryValues;
  const kbs = packages + sizes.packages;
  return { systemFiles, applicationFiles, registry, packages, kbs, end: kbs + Math.ceil(sizes.updates / 4) };
}

/** What every fact is called, as the rules call it. */
export function factNames(sizes: Sizes): readonly string[] {
  const list = <T>(length: number, name: (at: number) => T) => Array.from({ length }, (_, at) => name(at));
  return [
    ...list(sizes.systems + sizes.applications, (at) => `product ${productName(at)}`),
    ...list(sizes.systemFiles, (at) => `file ${systemFile(at)}`),
    ...list(sizes.applications, (application) =>
      list(sizes.filesOfApplication, (at) => `file ${applicationFile(sizes.systems + application, at)}`),
    ).flat(),
    ...list(sizes.registryValues, (at) => `dword ${registryKey(at)}`),
    ...list(sizes.packages, (at) => `package ${packageName(at)}`),
    ...list(Math.ceil(sizes.updates / 4), (at) => `kb ${String(4_000_000 + at)}`),
  ];
}

/** Makes machine `i` of a fleet of `count`, sorted by operating system: anew at each call, the same each time. */
export function fleetMaker(sizes: Sizes, count: number, seed = 2): (i: number) => MadeMachine {
  const random = seeded(seed);
  const systems = Array.from({ length: count }, () => whole(random, sizes.systems)).sort((a, b) => a - b);
  return (i) => madeMachine(sizes, systems[i] as number, seed * 1_000_003 + i);
}

function madeMachine(sizes: Sizes, system: number, seed: number): MadeMachine {
  const random = seeded(seed);
  const sort = sorts(sizes);
  const facts: number[] = [];
  const values: number[] = [];
  const add = (fact: number, value: number) => {
    facts.push(fact);
    values.push(random() < 0.005 ? notCollected : value);
  };
  const product = (number: number, first: number, files: number) => {
    facts.push(number);
    values.push(1);
    const build = newestBuild * (0.6 + 0.4 * random());
    for (let file = 0; file < files; file++) {
      add(first + file, versionNumber(number, Math.floor(build - random() ** 8 * 20_000)));
    }
  };
  product(system, sort.systemFiles, sizes.systemFiles);
  const start = whole(random, sizes.applications);
  for (let n = 0; n < sizes.applications / 10; n++) {
    const application = (start + n * 11) % sizes.applications;
    const first = sort.applicationFiles + application * sizes.filesOfApplication;
    product(sizes.systems + application, first, sizes.filesOfApplication);
  }
  for (let at = sort.registry; at < sort.packages; at++) if (random() < 0.5) add(at, whole(random, 120));
  for (let at = sort.packages; at < sort.kbs; at++) if (random() < 0.1) add(at, 1);
  const kbs = new Set(Array.from({ length: 40 }, () => sort.kbs + whole(random, sort.end - sort.kbs)));
  for (const kb of kbs) add(kb, 1);
  return { facts: Int32Array.from(facts), values: Float64Array.from(values) };
}

/** Codes of made machines for the subjects of a compiled catalog. */
export function codeMaker(
  sizes: Sizes,
  subjects: readonly Subject[],
): (machine: MadeMachine, into: Uint16Array) => void {
  const byName = new Map<string, number>();
  subjects.forEach((subject, at) =>
    byName.set(subject.kind === 'own' ? ownName(subject.leaf) : orderedName(subject.like), at),
  );
  const subjectOf = Int32Array.from(factNames(sizes), (name) => byName.get(name) ?? -1);
  const thresholds = subjects.map((subject) =>
    subject.kind === 'own'
      ? null
      : Float64Array.from(subject.boundaries, ({ constant }) => numberOf(constant)),
  );
  const valued = subjects.map((subject) => (subject.kind === 'ordered' && subject.valued ? 1 : 0));
  return ({ facts, values }, into) => {
    into.fill(0);
    for (let i = 0; i < facts.length; i++) {
      const at = subjectOf[facts[i] as number] as number;
      if (at < 0) continue;
      const value = values[i] as number;
      const bounds = thresholds[at] as Float64Array | null;
      if (value === notCollected) into[at] = 1;
      else if (bounds === null) into[at] = 2;
      else into[at] = 2 * (reached(bounds, value) + (valued[at] as number));
    }
  };
}

function reached(thresholds: Float64Array, value: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((thresholds[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function numberOf(constant: number | string): number {
  if (typeof constant === 'number') return constant;
  const [product = 0, , build = 0] = constant.split('.').map(Number);
  return versionNumber(product - 1, build);
}

type Leaf = (Subject & { kind: 'own' })['leaf'];

/** Name of the fact an own leaf asks about. */
export function ownName(leaf: Leaf): string {
  if (leaf.kind === 'catalog-product') return `product ${leaf.product}`;
  if (leaf.kind === 'cbs-package-installed') return `package ${leaf.identity}`;
  if (leaf.kind === 'hotfix') return `kb ${String(leaf.kb)}`;
  throw new TypeError(leaf.kind);
}

/** Name of the fact a comparing leaf asks about. */
export function orderedName(leaf: Leaf): string {
  if (leaf.kind === 'file-version') return `file ${leaf.path.path}`;
  if (leaf.kind === 'reg-dword') return `dword ${leaf.path.key}`;
  throw new TypeError(leaf.kind);
}
