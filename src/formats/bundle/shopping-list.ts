/** What the connected side shall fetch: the first form of a request slip. */

/** Machines on which the update needs more than itself. */
export interface ShoppingRemark {
  readonly mark: 'needs-esu-licence' | 'ltsc-edition-only';
  readonly machines: number;
}

export interface ShoppingItem {
  readonly order: number;
  /** Null for a pseudo-update, which no catalog search finds. */
  readonly kb: string | null;
  readonly title: string;
  readonly products: readonly string[];
  /** Catalog search address: text for a person, never a link. */
  readonly source: string;
  readonly machines: number;
  readonly remarks: readonly ShoppingRemark[];
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

const remarkWords: Readonly<Record<ShoppingRemark['mark'], string>> = {
  'needs-esu-licence': 'installs only with an Extended Security Updates (ESU) licence',
  'ltsc-edition-only': 'installs only on an LTSC edition, for others the support has ended',
};

/** `1 machine`, `3 machines`. */
export function machinesText(machines: number): string {
  return `${machines} ${machines === 1 ? 'machine' : 'machines'}`;
}

/** `2 of 3 machines: installs only with …`. */
export function remarkText({ mark, machines }: ShoppingRemark, of: number): string {
  return `${machines} of ${machinesText(of)}: ${remarkWords[mark]}`;
}

export const takeEveryFile = "Take every file the catalog's download box shows.";
