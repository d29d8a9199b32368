/** Rules as objects, facts in a Map: filling it, and all states, for some machines of the sample. */
import { machinesPerBlock } from '../../../../src/domain/index.ts';
import { syntheticCatalog } from '../catalog.ts';
import { factNames, fleetMaker } from '../fleet.ts';
import type { MadeMachine } from '../fleet.ts';
import { decideObjects, objectUpdates } from '../objects.ts';
import type { ObjectUpdate } from '../objects.ts';
import { perPair, Pieces } from './pieces.ts';
import { markOf, sampleOf, sizesOf } from './variant.ts';
import type { Order } from './variant.ts';

/** One in so many machines of the sample: this variant is slow. */
export const stepOfObjects = 16;

export function objectsVariant(order: Order) {
  const sizes = sizesOf(order);
  const names = factNames(sizes);
  const updates = objectUpdates(syntheticCatalog(sizes), names);
  const machineAt = fleetMaker(sizes, order.machines);
  const sample = sampleOf(order.machines, machinesPerBlock).filter((_at, i) => i % stepOfObjects === 0);
  const machines = sample.map(machineAt);
  const pieces = new Pieces();
  const states = new Uint8Array(order.updates);
  const run = (machine: number): void => {
    const { facts: numbers, values } = machines[machine] as MadeMachine;
    const facts = new Map<string, number>();
    for (let n = 0; n < numbers.length; n++) {
      facts.set(names[numbers[n] as number] as string, values[n] as number);
    }
    for (let u = 0; u < updates.length; u++) states[u] = decideObjects(updates[u] as ObjectUpdate, facts);
  };
  return {
    round: () => pieces.round(machines.length, run),
    finish() {
      const marks = machines.map((_machine, at) => {
        run(at);
        return markOf(states);
      });
      return { perPair: perPair(pieces, machines.length * order.updates), marks };
    },
  };
}
