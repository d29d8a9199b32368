/** States with one byte a pair: how tests compare them, whatever blocks they lie in. */
import {
  machinesPerBlock,
  readPlanes,
  setCode,
  wordsPerRow,
  type CompiledCatalog,
  type Machine,
  type StatePlanes,
} from '../../src/domain/index.ts';
import type { ScanEngine } from '../../src/scan/index.ts';

export interface StateMatrix {
  readonly catalogKey: string;
  readonly updates: readonly string[];
  /** In code unit order. */
  readonly machines: readonly string[];
  /** `codes[update * machines.length + machine]` */
  readonly codes: Uint8Array;
}

export function matrixOf(planes: StatePlanes): StateMatrix {
  const { catalogKey, updates } = planes;
  const reader = readPlanes(planes);
  const { machines } = reader;
  const codes = new Uint8Array(updates.length * machines.length);
  for (let at = 0; at < codes.length; at++) {
    codes[at] = reader.code(Math.floor(at / machines.length), at % machines.length);
  }
  return { catalogKey, updates, machines, codes };
}

export function planesOf({ catalogKey, updates, machines, codes }: StateMatrix): StatePlanes {
  const blocks = Array.from({ length: Math.ceil(machines.length / machinesPerBlock) }, (_, block) => {
    const from = block * machinesPerBlock;
    const ids = machines.slice(from, from + machinesPerBlock);
    const planes = new Uint32Array(updates.length * wordsPerRow);
    updates.forEach((_id, update) =>
      ids.forEach((_machine, slot) =>
        setCode(planes, update, slot, codes[update * machines.length + from + slot] ?? 0),
      ),
    );
    return { machines: ids, planes };
  });
  return { catalogKey, updates, blocks };
}

/** An engine that answers with a matrix. */
export interface MatrixEngine {
  readonly id: ScanEngine['id'];
  scan(
    catalog: CompiledCatalog,
    machines: readonly Machine[],
    onMachines?: (done: number) => void,
    signal?: AbortSignal,
  ): Promise<StateMatrix>;
}

export function withMatrix(engine: ScanEngine): MatrixEngine {
  return {
    id: engine.id,
    scan: async (catalog, machines, onMachines, signal) =>
      matrixOf((await engine.scan(catalog, machines, { onMachines, signal })).states),
  };
}
