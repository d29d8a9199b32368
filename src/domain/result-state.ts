/**
 * Whether a machine has a result for the present catalog, and if not, why: the sub-reasons of Unknown that
 * are about the whole machine (feature-table, rows C26, C27, C29; C09 for partial reports).
 */

export const noResultReasons = [
  /** Its file was refused: cut, wrong encoding, checksum (C29). */
  'damaged-file',
  /** The collector says that it failed (C26). */
  'scan-failed',
  /** Only changes came, and not the full report they follow (C09). */
  'partial',
  /** Received, and not evaluated yet (C27). */
  'not-evaluated',
  /** Nothing was ever received of it. */
  'never-received',
] as const;
export type NoResultReason = (typeof noResultReasons)[number];

/** What is known about one machine's latest file. */
export interface MachineReception {
  readonly machine: string;
  /** Milliseconds since 1970 of the latest file of it that could be used, or null. */
  readonly receivedAt: number | null;
  /** Of the evaluation with the present catalog, or null. */
  readonly evaluatedAt: number | null;
  /** A refused file of the machine, if there is one. */
  readonly damaged?: {
    readonly at: number;
    readonly file: string;
    readonly place: string;
    readonly code: string;
  };
  /** What the collector reported instead of facts, if the latest file says so. */
  readonly failure?: { readonly code: string };
  /** Reports of changes that wait for a full one. */
  readonly waiting?: number;
}

export type ResultState =
  | { readonly machine: string; readonly has: 'result'; readonly also: NoResultReason | null }
  | {
      readonly machine: string;
      readonly has: 'none';
      readonly because: NoResultReason;
      /** Error code of the collector or of the refusal, or empty. */
      readonly code: string;
      /** File and place of a refusal: `PC-1.xml, line 3`; or empty. */
      readonly where: string;
    };

/**
 * The state of one machine's result. A damaged file never hides an evaluated result: the result stays and
 * the damage is told beside it (`also`). A result from before the latest facts is none of them.
 */
export function resultState(reception: MachineReception): ResultState {
  const { machine, receivedAt, evaluatedAt, damaged, failure, waiting = 0 } = reception;
  const none = (because: NoResultReason, code = '', where = ''): ResultState => ({
    machine,
    has: 'none',
    because,
    code,
    where,
  });
  const isNewer = damaged !== undefined && (receivedAt === null || damaged.at > receivedAt);
  if (failure) return none('scan-failed', failure.code);
  if (receivedAt !== null && evaluatedAt !== null && evaluatedAt >= receivedAt) {
    return { machine, has: 'result', also: isNewer ? 'damaged-file' : waiting > 0 ? 'partial' : null };
  }
  if (receivedAt !== null) return none('not-evaluated');
  if (damaged) {
    const where = [damaged.file, damaged.place].filter((part) => part !== '').join(', ');
    return none('damaged-file', damaged.code, where);
  }
  return waiting > 0 ? none('partial') : none('never-received');
}

/** How many machines have a result, and how many have none for each reason. */
export interface ResultCounts {
  readonly machines: number;
  readonly results: number;
  readonly none: Readonly<Record<NoResultReason, number>>;
}

/** Counts over machines; the parts add up to `machines` at every moment of an evaluation (C27). */
export function countResults(states: readonly ResultState[]): ResultCounts {
  const none = Object.fromEntries(noResultReasons.map((reason) => [reason, 0])) as Record<
    NoResultReason,
    number
  >;
  let results = 0;
  for (const state of states) {
    if (state.has === 'result') results += 1;
    else none[state.because] += 1;
  }
  return { machines: states.length, results, none };
}
