import { readPlanes, type PlaneReader, type StateCode, type StatePlanes } from '../../domain/index.ts';

/** States of the fleet as the map reads them: single cells here, many at a time through `PlaneBins`. */
export interface StateGrid {
  readonly machines: number;
  readonly updates: number;
  readonly reader: PlaneReader;
  /** Code of a cell; both by their place in the planes, not on the map. */
  code(update: number, machine: number): StateCode;
}

export function gridOf(planes: StatePlanes): StateGrid {
  const reader = readPlanes(planes);
  return {
    machines: reader.machines.length,
    updates: planes.updates.length,
    reader,
    code: (update, machine) => reader.code(update, machine),
  };
}
