/** What a person can choose from before a Microsoft Update catalog is imported (wsusscn2, sections 5 and 7.3). */
import type { MuScope } from './microsoft-update.ts';

/** A category that an import can be limited to. */
export interface MuChoice {
  /** GUID in lower case. */
  readonly id: string;
  /** Empty where no part of the catalog that was read names it. */
  readonly name: string;
  /** Updates that stand in it, by the master list. */
  readonly updates: number;
}

export interface MuProductChoice extends MuChoice {
  /** Ids of the product families its updates stand in. */
  readonly families: readonly string[];
}

export interface MuLanguageChoice {
  /** Folder name of `l/`: `en`, `zh-cn` … */
  readonly id: string;
  /** Texts in it, in the parts of the catalog that were looked at. */
  readonly texts: number;
}

/** Updates that stand in the same products and classifications, counted together. */
export interface MuScopeGroup {
  readonly products: readonly string[];
  readonly classifications: readonly string[];
  readonly updates: number;
}

export interface ScopeChoices {
  /** Updates a person could choose: top-level ones, the highest revision of each. */
  readonly updates: number;
  readonly products: readonly MuProductChoice[];
  readonly families: readonly MuChoice[];
  readonly classifications: readonly MuChoice[];
  /** Sorted by id. */
  readonly languages: readonly MuLanguageChoice[];
  readonly groups: readonly MuScopeGroup[];
  /** Parts that were unpacked for names and languages, and how many hold names of categories. */
  readonly parts: { readonly read: number; readonly all: number };
}

/** Everything, with English texts: what is imported where nobody ever chose. */
export const wholeScope: MuScope = { products: null, classifications: null, languages: ['en'] };

/** How many updates a scope takes, without the children and prerequisites that come with them. */
export function updatesWithin(
  { groups }: Pick<ScopeChoices, 'groups'>,
  scope: Pick<MuScope, 'products' | 'classifications'>,
): number {
  const products = scope.products && new Set(scope.products);
  const classifications = scope.classifications && new Set(scope.classifications);
  const isWithin = (chosen: ReadonlySet<string> | null, ids: readonly string[]): boolean =>
    chosen === null || ids.some((id) => chosen.has(id));
  return groups
    .filter((group) => isWithin(products, group.products) && isWithin(classifications, group.classifications))
    .reduce((sum, { updates }) => sum + updates, 0);
}
