import { patchStates } from '../domain/index.ts';
import type { Authorization, StateMatrix } from '../domain/index.ts';
import { sha256Hex } from '../formats/index.ts';

export interface Bundleable {
  /** Null until there is a scan of the present catalogs and machines. */
  readonly states: StateMatrix | null;
  readonly authorizations: readonly Authorization[];
  /** Updates whose authorization is void. */
  readonly voided: readonly string[];
}

const requiredCode = patchStates.indexOf('Required');

/**
 * A name for what there is to carry now: the authorized updates with the content that was authorized, and
 * the machines that require each; superseded ones included. The same name again means that a bundle
 * written before carries all of it. Empty where there is nothing to carry.
 *
 * @param machines only these count; all where left out
 */
export async function bundleContent(
  { states, authorizations, voided }: Bundleable,
  machines?: ReadonlySet<string>,
): Promise<string> {
  if (states === null) return '';
  const width = states.machines.length;
  const rowOf = new Map(states.updates.map((update, row) => [update, row]));
  const isVoid = new Set(voided);
  const lines = authorizations.flatMap(({ update, verdict, contentHash }) => {
    const row = rowOf.get(update);
    if (verdict !== 'authorized' || row === undefined || isVoid.has(update)) return [];
    const needing = states.machines.filter(
      (machine, at) =>
        states.codes[row * width + at] === requiredCode && (machines === undefined || machines.has(machine)),
    );
    return needing.length > 0 ? [`${update} ${contentHash} ${[...needing].sort().join(' ')}`] : [];
  });
  return lines.length === 0 ? '' : sha256Hex(new TextEncoder().encode(lines.sort().join('\n')));
}
