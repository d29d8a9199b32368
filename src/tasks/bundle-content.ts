import { patchStates, positionsIn, readPlanes } from '../domain/index.ts';
import type { Authorization, StateCode, StatePlanes } from '../domain/index.ts';
import { sha256Hex } from '../formats/index.ts';

export interface Bundleable {
  /** Null until there is a scan of the present catalogs and machines. */
  readonly states: StatePlanes | null;
  readonly authorizations: readonly Authorization[];
  /** Updates whose authorization is void. */
  readonly voided: readonly string[];
}

const requiredCode = patchStates.indexOf('Required') as StateCode;

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
  const reader = readPlanes(states);
  const isVoid = new Set(voided);
  const lines = authorizations.flatMap(({ update, verdict, contentHash }) => {
    const index = reader.indexOf(update);
    if (verdict !== 'authorized' || index < 0 || isVoid.has(update)) return [];
    const positions = positionsIn(reader, reader.having(index, requiredCode));
    // Positions are in code unit order of the ids.
    const needing = [...positions]
      .map((at) => reader.machines[at] ?? '')
      .filter((machine) => machines === undefined || machines.has(machine));
    return needing.length > 0 ? [`${update} ${contentHash} ${needing.join(' ')}`] : [];
  });
  return lines.length === 0 ? '' : sha256Hex(new TextEncoder().encode(lines.sort().join('\n')));
}
