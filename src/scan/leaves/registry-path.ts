/**
 * Where a registry path of a rule leads (applicability rules, section 3: RegType32, Paths): the places
 * that are one and the same key on this machine, the likeliest first.
 */
import { factOf } from '../../domain/fact-table.ts';
import type { RegistryKeyPath, RegistryView } from '../../domain/index.ts';
import type { LeafContext, LoopTarget } from './answer.ts';
import { isX86, knowsArchitecture } from './os-facts.ts';

/** A key in one view; no backslash at either end, Wow6432Node told by the view. */
export interface KeyPlace {
  readonly view: RegistryView;
  readonly key: string;
  /** Another place that is this one on 32-bit Windows, where nothing says whether it is. */
  readonly mayBe?: KeyPlace;
}

/** `no-target`: HKEY_LOOP_TARGET outside a loop. `never`: a name that no key can have. */
export type Places = readonly KeyPlace[] | 'no-target' | 'never';

export function placesOf(path: RegistryKeyPath, context: LeafContext): Places {
  const written = writtenPath(path, context.target);
  if (written === null) return 'no-target';
  const parts = splitKey(written.key);
  // `.` names no subkey (section 3, RegKeyLoop).
  for (const part of parts) if (part === '.') return 'never';
  const places = viewsOf(written.view, parts, isX86(context.machine));
  // Only one view is possible unless this is 32-bit Windows, which nothing says.
  const only = places.length === 1 ? (places[0] as KeyPlace) : null;
  if (only !== null && only.view === 'wow32' && !knowsArchitecture(context.machine)) {
    return [{ view: only.view, key: only.key, mayBe: { view: 'native', key: only.key } }];
  }
  const found: KeyPlace[] = [];
  for (const place of places) {
    found.push(place);
    const alias = controlSetAlias(place, context);
    if (alias !== null) found.push(alias);
  }
  return found;
}

/**
 * The path as written, with the loop's target put before it. The view is the rule's own: it is not
 * inherited (section 3); Wow6432Node in the loop's path still is part of the path.
 */
export function writtenPath(path: RegistryKeyPath, target: LoopTarget | null): KeyPlace | null {
  if (path.root === 'machine') return path;
  return target === null ? null : { view: path.view, key: `${target.key}\\${path.key}` };
}

function splitKey(key: string): readonly string[] {
  const parts: string[] = [];
  for (const part of key.split('\\')) if (part !== '') parts.push(part);
  return parts;
}

function viewsOf(view: RegistryView, parts: readonly string[], x86: boolean): readonly KeyPlace[] {
  const key = parts.join('\\');
  const software = at(parts, 0) === 'software';
  const wow = software && at(parts, 1) === 'wow6432node';
  const stripped = wow ? [parts[0] as string].concat(parts.slice(2)).join('\\') : key;
  if (x86 && wow) {
    return [
      { view: 'native', key },
      { view: 'wow32', key: stripped },
    ];
  }
  // 32-bit Windows has one view; only SOFTWARE has two on 64-bit Windows.
  if (x86 || !software) {
    return [
      { view: 'native', key },
      { view: 'wow32', key },
    ];
  }
  return [{ view: wow ? 'wow32' : view, key: stripped }];
}

function at(parts: readonly string[], index: number): string {
  return index < parts.length ? (parts[index] as string).toLowerCase() : '';
}

/** CurrentControlSet is another name of the control set that `SYSTEM\Select\Current` numbers. */
function controlSetAlias(place: KeyPlace, context: LeafContext): KeyPlace | null {
  const parts = place.key.split('\\');
  const set = at(parts, 1);
  if (at(parts, 0) !== 'system' || !/^(current)?controlset(\d{3})?$/.test(set)) return null;
  const select = factOf(context.machine.facts, {
    kind: 'reg_value',
    view: 'native',
    key: 'SYSTEM\\Select',
    value: 'Current',
  });
  const data = select.state === 'known' ? (select.value as { readonly data?: unknown }).data : undefined;
  if (typeof data !== 'number') return null;
  const numbered = `controlset${`00${String(data)}`.slice(-3)}`;
  const other = set === 'currentcontrolset' ? numbered : set === numbered ? 'CurrentControlSet' : null;
  if (other === null) return null;
  return { view: place.view, key: [parts[0] as string, other].concat(parts.slice(2)).join('\\') };
}
