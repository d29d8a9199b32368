/** What the page of a Microsoft update shows beyond its row: joined from the catalog when somebody looks. */
import type { MuDetail, MuImpact, MuReboot, MuUpdateType } from './microsoft-update.ts';
import type { PatchState } from './patch-state.ts';
import type { TraceNode } from './scan-result.ts';

/** Machines for which a condition holds, does not hold, or is not known. */
export interface TruthCounts {
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
}

/** One update that another one stands on. */
export interface NeededUpdateState {
  /** With its source: `mu:…`. */
  readonly id: string;
  /** Empty where the catalog has no text of it. */
  readonly title: string;
  readonly type: MuUpdateType | null;
  /** It stands in the lists: its page can be opened. */
  readonly listed: boolean;
  /** False: no current edition has it, so it is met nowhere. */
  readonly present: boolean;
  readonly machines: TruthCounts;
}

/** One clause of prerequisites: one of the alternatives has to be installed. */
export interface NeededClause {
  readonly anyOf: readonly NeededUpdateState[];
  readonly isCategory: boolean;
  readonly machines: TruthCounts;
}

/** One section of the rules, in the shape of a proof that no machine was asked for. */
export interface RuleSectionText {
  readonly section: 'IsInstalled' | 'IsSuperseded' | 'IsInstallable';
  readonly rule: TraceNode;
}

/** The update itself, or one of its children. */
export interface UpdatePart {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly created: string;
  /** Why its rules cannot be read, or empty. */
  readonly fault: string;
  readonly reboot: MuReboot | null;
  readonly impact: MuImpact | null;
  readonly uninstallable: boolean;
  readonly maxDownloadSize: number | null;
  readonly handler: string;
  readonly eulaId: string;
  readonly rules: readonly RuleSectionText[];
  /** Machines by state of this part. */
  readonly states: Readonly<Record<PatchState, number>>;
  /** Null where the workspace keeps no details of it. */
  readonly detail: MuDetail | null;
}

export interface ChildClause {
  /** One of them has to be applicable; null: the edition lacks it. */
  readonly anyOf: readonly { readonly id: string; readonly part: UpdatePart | null }[];
}

export interface UpdateDetail {
  readonly own: UpdatePart;
  readonly children: readonly ChildClause[];
  readonly prerequisites: readonly NeededClause[];
  /** Machines that were asked. */
  readonly machines: number;
}
