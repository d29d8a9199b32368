import type { Explanation, StateRow } from '../domain/index.ts';
import type { WorkspaceData } from '../store/index.ts';
import { currentStates } from './model.ts';
import type { Model } from './model.ts';

export interface RowQuery {
  readonly machine?: string;
  readonly update?: string;
}

/**
 * State rows with their reasons: of one machine, of one update, of a pair, or all. Empty before the
 * first scan and for ids that nothing has.
 */
export function stateRows(data: WorkspaceData, model: Model, query: RowQuery): readonly StateRow[] {
  const states = currentStates(data, model);
  if (!states) return [];
  const { machine, update } = query;
  const { planes } = states;
  return model.machines
    .filter((candidate) => machine === undefined || candidate.id === machine)
    .flatMap((candidate) =>
      update === undefined
        ? model.rowsOfMachine(candidate, planes)
        : (model.row(candidate, update, planes) ?? []),
    );
}

/** The proof of the state of one machine and update, or null where there is none. */
export function explainState(
  data: WorkspaceData,
  model: Model,
  machine: string,
  update: string,
): Explanation | null {
  const states = currentStates(data, model);
  const found = model.machines.find((candidate) => candidate.id === machine);
  return states && found ? model.explain(found, update, states.planes) : null;
}
