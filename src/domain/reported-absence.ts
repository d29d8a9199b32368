import type { ReportedState, ReportedStates } from './reported-state.ts';

/** Tools that name what is installed and what is applicable, and nothing else. */
const namesBoth: readonly string[] = ['patch-state', 'mbsa'];

/** One update as a report is asked about it. */
export interface AskedUpdate {
  /** GUID in lower case, or null. */
  readonly updateId: string | null;
  readonly kb: number | null;
}

/**
 * What a tool says of one update (feature-table, row C05; sms-records, section 11, trap 1). A tool of
 * installed and applicable updates has no row for what does not apply: no row is Not Required only where
 * its scan used a catalog that contains the update; else, and for a tool that lists missing updates only,
 * it is unknown.
 *
 * @param catalogHas whether the catalog of that scan contains the update; null where nobody knows
 */
export function stateByReport(
  { reporter, entries }: ReportedStates,
  asked: AskedUpdate,
  catalogHas: boolean | null,
): ReportedState['state'] | 'unknown' {
  const rows = entries.filter(({ updateId, kbs }) =>
    updateId !== null && asked.updateId !== null
      ? updateId === asked.updateId
      : asked.kb !== null && kbs.includes(asked.kb),
  );
  const [row] = rows;
  if (row) return rows.find(({ state }) => state === 'required')?.state ?? row.state;
  return catalogHas === true && namesBoth.includes(reporter) ? 'not-required' : 'unknown';
}
