/**
 * Every revision of one edition with its relations, without its texts: a plan of a few hundred bytes a
 * revision, from which the master list and the fragments are written.
 *
 * Edition 2 is the month after edition 1 of the same seed: each chain has one more cumulative update (so
 * the head of edition 1 is superseded now), one single in `newEvery` is new, one in `revisedEvery` is
 * revised (of those one in `loweredEvery` with a lower severity), one in `expiredEvery` is gone.
 */
import { pick, whole } from '../seeded.ts';
import { guidOf, randomOf } from './identity.ts';
import type { CatalogShape } from './shape.ts';
import { architectures, categoryTree, classifications } from './tree.ts';
import type { Category, CategoryTree, Product } from './tree.ts';

export const newEvery = 150;
export const revisedEvery = 100;
export const loweredEvery = 3;
export const expiredEvery = 200;

interface Planned {
  readonly key: string;
  readonly updateId: string;
  readonly revision: number;
  /** Set when the edition is numbered. */
  revisionId: number;
}

export interface PlannedCategory extends Planned {
  readonly kind: 'category';
  readonly category: Category;
}

export interface PlannedDetectoid extends Planned {
  readonly kind: 'detectoid';
  readonly index: number;
  /** Of an architecture: its number in `Processor`. */
  readonly processor: number | null;
  readonly prerequisites: readonly string[];
}

export interface PlannedUpdate extends Planned {
  readonly kind: 'update';
  readonly number: number;
  readonly product: Product;
  readonly classification: string;
  /** Update ids of the detectoids asked first. */
  readonly detectoids: readonly string[];
  readonly architecture: string;
  readonly severity: string;
  readonly chain: { readonly number: number; readonly position: number } | null;
  readonly children: readonly PlannedChild[];
  readonly eula: boolean;
}

export interface PlannedChild extends Planned {
  readonly kind: 'child';
  readonly parent: PlannedUpdate;
  readonly index: number;
  readonly huge: boolean;
}

export type PlannedRevision = PlannedCategory | PlannedDetectoid | PlannedUpdate | PlannedChild;

export interface Edition {
  readonly shape: CatalogShape;
  readonly tree: CategoryTree;
  /** Sorted by revision id. */
  readonly revisions: readonly PlannedRevision[];
  /** Members of a chain, oldest first. */
  readonly chains: readonly (readonly PlannedUpdate[])[];
}

const severities = ['Critical', 'Important', 'Important', 'Moderate', 'Low', ''];

class Planner {
  readonly #shape: CatalogShape;
  readonly #tree: CategoryTree;
  readonly #detectoids: PlannedDetectoid[] = [];
  readonly #chains: PlannedUpdate[][] = [];
  readonly #updates: PlannedUpdate[] = [];
  #hugeLeft: number;

  constructor(shape: CatalogShape) {
    this.#shape = shape;
    this.#tree = categoryTree(shape);
    this.#hugeLeft = shape.hugeFragments;
  }

  edition(): Edition {
    const { seed, detectoids, chains, chainLength, singles, edition } = this.#shape;
    for (let index = 0; index < detectoids; index++) this.#planDetectoid(index);
    for (let number = 0; number < chains; number++) {
      const length = chainLength + edition - 1;
      this.#chains.push(
        Array.from({ length }, (_, position) =>
          this.#planUpdate(`chain ${String(number)} ${String(position)}`, { number, position }),
        ),
      );
    }
    const added = edition === 2 ? Math.ceil(singles / newEvery) : 0;
    for (let number = 0; number < singles + added; number++) {
      if (edition === 1 || number >= singles || !isExpired(number))
        this.#planSingle(number, number >= singles);
    }
    const categories = this.#tree.categories.map((category): PlannedCategory => {
      const { id } = category;
      return { kind: 'category', key: id, updateId: id, revision: 100, revisionId: 0, category };
    });
    const updates = [...this.#chains.flat(), ...this.#updates];
    const revisions: PlannedRevision[] = [
      ...categories,
      ...this.#detectoids,
      ...updates,
      ...updates.flatMap(({ children }) => children),
    ];
    number(revisions, seed, edition);
    return { shape: this.#shape, tree: this.#tree, revisions, chains: this.#chains };
  }

  #planDetectoid(index: number): void {
    const { seed } = this.#shape;
    const key = `detectoid ${String(index)}`;
    const architecture = architectures[index];
    const earlier = index > 40 && index % 3 === 0 ? [this.#detectoids[index % 29]?.updateId ?? ''] : [];
    this.#detectoids.push({
      kind: 'detectoid',
      key,
      updateId: architecture?.[0] ?? guidOf(seed, key),
      revision: 100,
      revisionId: 0,
      index,
      processor: architecture?.[1] ?? null,
      prerequisites: earlier,
    });
  }

  #planSingle(number: number, isNew: boolean): void {
    const revised = this.#shape.edition === 2 && !isNew && isRevised(number);
    const lowered = revised && isLowered(number);
    this.#updates.push(this.#planUpdate(`single ${String(number)}`, null, revised, lowered));
  }

  #planUpdate(key: string, chain: PlannedUpdate['chain'], revised = false, lowered = false): PlannedUpdate {
    const { seed } = this.#shape;
    const { products } = this.#tree;
    // All of a chain are cumulative updates of one product.
    const random = randomOf(seed, chain === null ? key : `chain ${String(chain.number)}`);
    const product = pick(random, products);
    const architecture = pick(random, architectures.slice(0, 3));
    const detectoid = this.#detectoids[5 + (product.index % (this.#detectoids.length - 5))];
    const own = randomOf(seed, `${key} own`);
    const severity = pick(own, severities);
    const revision = revised ? 101 : 100;
    const children: PlannedChild[] = [];
    const update: PlannedUpdate = {
      kind: 'update',
      key,
      updateId: guidOf(seed, key),
      revision,
      revisionId: 0,
      number: whole(own, 90_000) + 5_000_000,
      product,
      classification: (chain === null ? pick(own, classifications) : classifications[0])?.[0] ?? '',
      detectoids: [architecture[0], detectoid?.updateId ?? ''],
      architecture: architecture[2],
      severity: lowered ? 'Low' : isLoweredKey(key) ? 'Critical' : severity,
      chain,
      children,
      eula: whole(own, 100) === 0,
    };
    const count = whole(own, 5) === 0 ? 2 : 1;
    for (let index = 0; index < count; index++) {
      const huge = product.style === 'servicing' && this.#hugeLeft > 0;
      if (huge) this.#hugeLeft--;
      const childKey = `${key} child ${String(index)}`;
      const updateId = guidOf(seed, childKey);
      children.push({
        kind: 'child',
        key: childKey,
        updateId,
        revision,
        revisionId: 0,
        parent: update,
        index,
        huge,
      });
    }
    return update;
  }
}

const isExpired = (number: number): boolean => number % expiredEvery === 7;
const isRevised = (number: number): boolean => number % revisedEvery === 3;
const isLowered = (number: number): boolean => Math.floor(number / revisedEvery) % loweredEvery === 0;

/** Singles whose severity edition 2 lowers are Critical before. */
function isLoweredKey(key: string): boolean {
  const single = /^single (\d+)$/.exec(key);
  return single !== null && isRevised(Number(single[1])) && isLowered(Number(single[1]));
}

/** Gives revision ids without an order that means something, and sorts by them. */
function number(revisions: PlannedRevision[], seed: number, edition: number): void {
  const random = randomOf(seed, `numbers of edition ${String(edition)}`);
  for (let at = revisions.length - 1; at > 0; at--) {
    const other = whole(random, at + 1);
    const [a, b] = [revisions[at], revisions[other]];
    if (a && b) [revisions[at], revisions[other]] = [b, a];
  }
  let id = 0;
  for (const revision of revisions) {
    revision.revisionId = id += 1 + whole(random, 660);
  }
}

export function planEdition(shape: CatalogShape): Edition {
  return new Planner(shape).edition();
}
