/** What a scan yields: states for every (update, machine) pair, and the explanation of one. */
import type { SignatureSummary } from './signature.ts';
import type { Evidence } from './fact.ts';
import type { Blocker, Grade, PatchState, StateMark, StateReason } from './patch-state.ts';

/** Code of a state in result planes; index into `patchStates`. */
export type StateCode = 0 | 1 | 2 | 3;

/** Why a pair has its state, without the trace. */
export interface StateRow {
  readonly machine: string;
  readonly update: string;
  readonly state: PatchState;
  readonly reason: StateReason;
  /** Null for Unknown. */
  readonly grade: Grade | null;
  /** Only for Unknown: the states that remain possible, and what would settle it. */
  readonly possible: readonly PatchState[];
  readonly blockers: readonly Blocker[];
  /** How many more blockers there are than the list shows. */
  readonly moreBlockers?: number;
  /** KB number that decides (superseding or older one), or null. */
  readonly by: number | null;
  readonly marks: readonly StateMark[];
  /** Names of the products of the update that are on this machine and require it, sorted; not in a proof. */
  readonly products?: readonly string[];
  /** Update id that decides, for catalogs whose updates are no KBs. */
  readonly byUpdate?: string;
  /** The catalog's own word for the outcome: `MISSING`, `WARNING` … (MSSecure, R7). */
  readonly original?: string;
  /** Update id of the newest Required one that supersedes this Required one, or null. */
  readonly supersededBy: string | null;
}

export type Truth = 'true' | 'false' | 'unknown';

/** One node of the evidence trace: same shape as the rule, with found and wanted. */
export interface TraceNode {
  readonly op: 'and' | 'or' | 'not' | 'proven' | 'true' | 'false' | 'leaf';
  readonly truth: Truth;
  /** True on the path that settled the parent. */
  readonly decisive: boolean;
  /** Leaf only: kind, what was wanted and what was found, in machine terms; words are made in the UI. */
  readonly leaf?: {
    readonly kind: string;
    readonly wanted: string;
    readonly found: string | null;
    readonly evidence: Evidence | null;
    readonly missing: string | null;
    /** Further facts that were looked at, beside the one in `evidence`. */
    readonly others?: readonly Evidence[];
    /** Keys of the facts that are missing (`factKey`). */
    readonly missingFacts?: readonly string[];
    /** The answer depends on this policy (`missing-value-policy`, `string-case-policy`). */
    readonly policy?: string;
  };
  /** Subkey of a RegKeyLoop that this branch was asked for. */
  readonly label?: string;
  /** Children; of a `reg-key-loop` leaf one branch a subkey. */
  readonly of?: readonly TraceNode[];
}

export interface ClauseTrace {
  readonly source: string;
  readonly state: PatchState;
  readonly reason: StateReason;
  readonly truth: Truth;
  /** The clause that gave the outcome. */
  readonly fired: boolean;
  /** For a clause whose state is Unknown: the states it leaves possible. */
  readonly possible?: readonly PatchState[];
  readonly when: TraceNode;
}

export interface PartTrace {
  readonly subject: string;
  readonly state: PatchState;
  readonly reason: StateReason;
  /** The part whose state the update takes. */
  readonly decisive: boolean;
  readonly clauses: readonly ClauseTrace[];
}

/** The proof of one state. */
export interface Explanation {
  readonly row: StateRow;
  readonly machineName: string;
  readonly kb: string | null;
  /** The update's short name where it has no KB. */
  readonly label?: string;
  /** Revision of the update, where its source counts revisions. */
  readonly revision?: number;
  /** What `row.byUpdate` is called. */
  readonly byName?: string;
  readonly first: ClauseTrace | null;
  readonly parts: readonly PartTrace[];
  /** Editions the rules came from. */
  readonly catalogs: readonly {
    readonly edition: string;
    readonly file: string;
    readonly sha256: string;
    /** Of cabinets only. */
    readonly signature?: SignatureSummary;
  }[];
}

/** Counts over all pairs of one scan. */
export interface ScanSummary {
  readonly at: number;
  readonly machines: number;
  readonly updates: number;
  readonly required: number;
  readonly installed: number;
  readonly unknown: number;
  readonly notRequired: number;
  readonly engine: 'wasm' | 'rows' | 'reference';
  readonly elapsedMs: number;
}
