/** What the connected side shall fetch: the first form of a request slip. */

export interface ShoppingItem {
  readonly order: number;
  /** Null for a pseudo-update, which no catalog search finds. */
  readonly kb: string | null;
  readonly title: string;
  readonly products: readonly string[];
  /** Catalog search address: text for a person, never a link. */
  readonly source: string;
  readonly machines: number;
  /** Names of the files that are in the bundle already. */
  readonly attached: readonly string[];
}

export interface ShoppingList {
  readonly bundleId: string;
  readonly name: string;
  /** ISO instant, UTC. */
  readonly created: string;
  readonly site: string;
  readonly marking: string;
  readonly practice: boolean;
  readonly catalogs: readonly string[];
  readonly items: readonly ShoppingItem[];
}

export const takeEveryFile = "Take every file the catalog's download box shows.";
