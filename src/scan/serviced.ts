/** Machines whose OS level no imported document names: flagged, never counted as compliant. */
import type { Machine } from '../domain/index.ts';
import { truthOf } from './evaluate.ts';
import type { Context } from './msrc/context.ts';
import { leaf, not } from './rules.ts';

const buildUnknown = not(leaf({ kind: 'os-build-known' }));

/** Ids of machines of a known build that no document services (msrc-cvrf, section 4, step 0). */
export function machinesNotServiced(context: Context, machines: readonly Machine[]): readonly string[] {
  return machines
    .filter(
      (machine) =>
        truthOf(buildUnknown, machine) === 'false' && truthOf(context.serviced, machine) === 'false',
    )
    .map((machine) => machine.id)
    .sort();
}
