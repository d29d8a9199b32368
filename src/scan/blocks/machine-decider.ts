import { setCode, wordsPerRow } from '../../domain/index.ts';
import type { Machine } from '../../domain/index.ts';
import { Breather } from './block-decider.ts';
import type { BlockDecider } from './block-decider.ts';

/**
 * Decides blocks machine by machine: for the engines that look at one machine at a time.
 *
 * @param codesOf state codes of a machine in the order of the catalog; valid until the next call
 */
export function machineDecider(
  updates: number,
  codesOf: (machine: Machine) => ArrayLike<number>,
): BlockDecider {
  const breather = new Breather();
  return {
    lanes: 1,
    factBytes: 0,
    async decide(prepare, signal) {
      const { read } = await prepare();
      const planes = new Uint32Array(updates * wordsPerRow);
      for (const [slot, machine] of read) {
        const codes = codesOf(machine);
        for (let update = 0; update < updates; update++) setCode(planes, update, slot, codes[update] ?? 0);
        await breather.breathe(signal);
      }
      return { planes, facts: null };
    },
    close: () => undefined,
  };
}
