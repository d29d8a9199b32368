/** Layout of the process map: six steps in three parts, left to right. Units are pixels of the drawing. */
export interface MapStep {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly count: string;
  readonly href: string;
  /** Waits for a person now. */
  readonly waits: boolean;
  readonly done: boolean;
}

export interface PlacedStep extends MapStep {
  readonly x: number;
}

export const mapSize = { width: 1120, height: 132, step: 160, gap: 32, top: 32, box: 88 } as const;

export function placeSteps(steps: readonly MapStep[]): readonly PlacedStep[] {
  return steps.map((step, index) => ({ ...step, x: index * (mapSize.step + mapSize.gap) }));
}

/** Brackets over the parts: from step, to step. */
export const mapParts = [
  { id: 'in', from: 0, to: 1 },
  { id: 'here', from: 2, to: 4 },
  { id: 'out', from: 5, to: 5 },
] as const;
