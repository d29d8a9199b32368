/** What the counting declarations come to on each machine. Facts that prove a product stand above them. */
import { isDeclaredFor, isDeclaredOf, isoDate } from './declaration.ts';
import type { Declaration } from './declaration.ts';
import type { Machine } from './machine.ts';
import { normalisedProductName } from './windows-product.ts';

/** One declaration as rules ask it: plain texts in lower case with single blanks, compared as they are. */
export interface DeclaredAnswer {
  readonly declaration: string;
  readonly products: readonly string[];
  readonly family: string | null;
  readonly says: 'absent' | 'present';
  readonly version: string | null;
  readonly by: string;
  /** ISO dates. */
  readonly on: string;
  readonly until: string;
  readonly reason: string;
}

/** What a site says of one machine. */
export interface DeclaredFacts {
  readonly answers: readonly DeclaredAnswer[];
  /** Products that were declared absent though a listed KB shows that they are there: they count as not declared. */
  readonly refuted: readonly string[];
}

/** A product as leaves ask for it. */
export interface AskedProduct {
  readonly name: string;
  readonly family: string | null;
}

/** Products of KBs that are for products outside Windows alone: such a KB in a list proves that one of them is there. */
export type ProductsByKb = ReadonlyMap<number, readonly AskedProduct[]>;

/** A declaration that a machine's own list contradicts. */
export interface RefutedDeclaration {
  readonly declaration: string;
  readonly machine: string;
  readonly product: string;
  readonly kb: number;
}

/** Remembers machines with what was declared of them, so that what did not change stays the same object. */
export type DeclaredMemory = WeakMap<Machine, Map<string, Machine>>;

/**
 * Machines with what is declared of them; those of which nothing is declared come back as they are.
 *
 * @param declarations in any order; expired ones do not count
 */
export function declareMachines(
  machines: readonly Machine[],
  declarations: readonly Declaration[],
  byKb: ProductsByKb,
  memory: DeclaredMemory = new WeakMap(),
): { readonly machines: readonly Machine[]; readonly refuted: readonly RefutedDeclaration[] } {
  const counting = declarations
    .filter(({ expired }) => !expired)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((declaration) => ({ declaration, answer: answerOf(declaration) }));
  const refuted: RefutedDeclaration[] = [];
  if (counting.length === 0) return { machines, refuted };
  const declared = machines.map((machine) => {
    const own = counting.filter(({ declaration }) => isDeclaredFor(declaration.machines, machine));
    if (own.length === 0) return machine;
    const against = contradicting(
      machine,
      own.map(({ declaration }) => declaration),
      byKb,
    );
    refuted.push(...against);
    const answers = own.map(({ answer }) => answer);
    const products = [...new Set(against.map(({ product }) => normalisedProductName(product)))].sort();
    return withDeclared(machine, { answers, refuted: products }, memory);
  });
  return { machines: declared, refuted };
}

function answerOf({
  id,
  products,
  family,
  says,
  version,
  by,
  at,
  until,
  reason,
}: Declaration): DeclaredAnswer {
  return {
    declaration: id,
    products: products.map(normalisedProductName),
    family: family === null ? null : normalisedProductName(family),
    says,
    version,
    by,
    on: isoDate(at),
    until,
    reason,
  };
}

function withDeclared(machine: Machine, declared: DeclaredFacts, memory: DeclaredMemory): Machine {
  const known = memory.get(machine) ?? new Map<string, Machine>();
  memory.set(machine, known);
  const key = JSON.stringify(declared);
  const made = known.get(key) ?? { ...machine, declared };
  known.set(key, made);
  return made;
}

/** Listed KBs of which every product is declared absent: at least one of them is there, nobody knows which. */
function contradicting(
  machine: Machine,
  own: readonly Declaration[],
  byKb: ProductsByKb,
): readonly RefutedDeclaration[] {
  const absent = own.filter(({ says }) => says === 'absent');
  if (absent.length === 0) return [];
  return machine.hotfixes.entries.flatMap(({ kb }) => {
    const products = (kb === null ? undefined : byKb.get(kb)) ?? [];
    const saying = (product: AskedProduct) => absent.filter((each) => isDeclaredOf(each, product));
    if (kb === null || products.length === 0 || products.some((product) => saying(product).length === 0))
      return [];
    return products.flatMap((product) =>
      saying(product).map(({ id }) => ({ declaration: id, machine: machine.id, product: product.name, kb })),
    );
  });
}

/** Two declarations that cannot both be true. */
export interface DeclarationConflict {
  readonly declaration: string;
  readonly other: string;
  readonly machines: number;
}

/** Pairs of counting declarations that say different things of one product on one machine; neither counts there. */
export function conflictsOf(
  machines: readonly Machine[],
  declarations: readonly Declaration[],
  products: readonly AskedProduct[],
): readonly DeclarationConflict[] {
  const counting = declarations.filter(({ expired }) => !expired);
  const conflicts: DeclarationConflict[] = [];
  counting.forEach((a, at) => {
    for (const b of counting.slice(at + 1)) {
      if (!differ(a, b) || !products.some((product) => isDeclaredOf(a, product) && isDeclaredOf(b, product)))
        continue;
      const both = machines.filter(
        (each) => isDeclaredFor(a.machines, each) && isDeclaredFor(b.machines, each),
      );
      if (both.length > 0) conflicts.push({ declaration: a.id, other: b.id, machines: both.length });
    }
  });
  return conflicts;
}

function differ(a: Declaration, b: Declaration): boolean {
  return a.says !== b.says || (a.version !== null && b.version !== null && a.version !== b.version);
}
