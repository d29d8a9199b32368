/**
 * The common rule tree. Every catalog compiles to it (design, section 4); the reference evaluator,
 * the typed-array engine and the WASM kernel all decide from it and from nothing else.
 * Three-valued Kleene logic (applicability rules, section 2).
 */
import type { Architecture, InstallationType, OsRole } from './machine.ts';
import type { Blocker, Grade, PatchState, StateReason } from './patch-state.ts';
import type { RuleLeaf } from './rule-leaf.ts';

/** A question about one fact subject. Its answer is true, false or unknown. */
export type Leaf = MsrcLeaf | RuleLeaf;

/** Questions of the KB-style rules (msrc-cvrf, section 4). */
export type MsrcLeaf =
  /** Build is one of `builds` (`10.0.17763`); unknown when the OS version is not known. */
  | { readonly kind: 'os-build'; readonly builds: readonly string[] }
  /** Build stands in the build table of this version of the program. */
  | { readonly kind: 'os-build-known' }
  | { readonly kind: 'os-service-pack'; readonly servicePack: number }
  | { readonly kind: 'os-role'; readonly role: OsRole }
  | { readonly kind: 'os-architecture'; readonly architecture: Architecture }
  | { readonly kind: 'os-installation'; readonly installation: InstallationType }
  /** UBR compared with a number; unknown while the UBR is not known. */
  | { readonly kind: 'ubr'; readonly comparison: '>=' | '='; readonly value: number }
  /** KB stands in the hotfix list; false only if the list is complete. */
  | { readonly kind: 'hotfix'; readonly kb: number }
  /** Every KB number in the list is below `kb` (vacuously true for an empty complete list). */
  | { readonly kind: 'hotfixes-below'; readonly kb: number }
  /** A product outside Windows, or a component, is present; a declaration of the site answers. */
  | {
      readonly kind: 'product';
      readonly product: string;
      readonly family: string | null;
      readonly blocker: Blocker['kind'];
    }
  /** The version declared of a product is `version` or later; unknown where another branch of it is declared. */
  | {
      readonly kind: 'product-version';
      readonly product: string;
      readonly family: string | null;
      readonly blocker: Blocker['kind'];
      readonly version: string;
    }
  /**
   * Not understood: always unknown, and says its name. `element`: the name is one of the rule language
   * (or of a malformed piece of it); without it the name is a product's.
   */
  | { readonly kind: 'not-understood'; readonly name: string; readonly element?: true };

export type Rule =
  | { readonly op: 'and' | 'or'; readonly of: readonly Rule[] }
  | { readonly op: 'not'; readonly of: Rule }
  /** Two-valued: true only if the operand is surely true, false otherwise ("seen in the facts"). */
  | { readonly op: 'proven'; readonly of: Rule }
  | { readonly op: 'true' }
  | { readonly op: 'false' }
  | { readonly op: 'leaf'; readonly leaf: Leaf };

/**
 * One step of a decision: where `when` is true the state is `state`; where it is false the next
 * clause is asked; where it is unknown both stay possible. `state: 'Unknown'` is an outcome too
 * (the step of the source that says "otherwise Unknown", with its blockers).
 */
export interface Clause {
  readonly when: Rule;
  readonly state: PatchState;
  readonly reason: StateReason;
  readonly grade: Grade | null;
  /** For a clause whose state is Unknown: what would settle it. */
  readonly blockers?: readonly Blocker[];
  /** For a clause whose state is Unknown: which states remain possible. */
  readonly possible?: readonly PatchState[];
  /** Section and step of the rule's source, e.g. `msrc-cvrf 4.3`. */
  readonly source: string;
  /** KB that decides (e.g. the superseding one), where the clause speaks of a single one. */
  readonly by?: number;
  /** Update id that decides, for catalogs whose updates are no KBs. */
  readonly byUpdate?: string;
  /** The catalog's own word for this outcome: `MISSING`, `WARNING` … (MSSecure, R7). */
  readonly original?: string;
}

/** Ordered clauses; the last one's `when` is always true. */
export interface Decision {
  /** What is decided: product id and name, or empty for the update as a whole. */
  readonly subject: string;
  readonly clauses: readonly Clause[];
}

/**
 * Rules of one update. `first` is asked first (a KB listed is Installed, for components too);
 * when it does not settle, each part is decided and the update takes the first of
 * Required, Installed, Unknown, NotRequired that any part has (msrc-cvrf, section 2, identity).
 */
export interface UpdateRules {
  /** `msrc:KB5034768` … */
  readonly update: string;
  /** The vendor's newest catalog does not list it any more: its states carry the mark. */
  readonly withdrawn?: true;
  readonly first: Clause | null;
  readonly parts: readonly Decision[];
}

/** Compiled rules of all imported catalogs, in update order (code unit order of `update`). */
export interface CompiledCatalog {
  /** Hash over the source documents' hashes: the key under which compiled forms are kept. */
  readonly key: string;
  readonly updates: readonly UpdateRules[];
}

/** The three sections of applicability of catalogs with rules of their own; null = the section is missing or empty. */
export interface RuleSections {
  readonly isInstalled: Rule | null;
  readonly isSuperseded: Rule | null;
  readonly isInstallable: Rule | null;
}
