import { canonicalJson, machineKey } from '../../../domain/index.ts';
import type { MachineKey, RegistryView } from '../../../domain/index.ts';
import { formatError } from '../../format-error.ts';
import type { ExportVisitor } from './export-lines.ts';
import { registryLimits } from './limits.ts';
import type { ExportedData } from './value-data.ts';

export interface ExportedValue {
  readonly name: string;
  readonly data: ExportedData;
  readonly line: number;
  /** Line of another answer to the same question. */
  readonly against?: number;
}

export interface ExportedKey extends MachineKey {
  readonly line: number;
  readonly subkeys: string[];
  readonly values: Map<string, ExportedValue>;
  readonly root: ExportedRoot;
}

/** A key that was exported with everything below it, unless `whole` is false. */
export interface ExportedRoot extends MachineKey {
  whole: boolean;
}

/** Keys that even administrators cannot read to their end. */
const closed = /^(?:sam|security)(?:\\|$)/;

/** The keys and values of an export by their place in the registry of the machine. */
export class ExportedTree implements ExportVisitor {
  readonly #file: string;
  readonly keys = new Map<string, ExportedKey>();
  readonly roots: ExportedRoot[] = [];
  /** Keys of other hives by hive: no rule asks about them. */
  readonly otherHives = new Map<string, number>();
  readonly notUnderstood: number[] = [];
  #entries = 0;
  #current: ExportedKey | null = null;
  #root: (ExportedRoot & { readonly path: string }) | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  key(path: string, line: number): void {
    this.#count(line);
    this.#current = null;
    const place = machineKey(path);
    const hive = path.split('\\')[0] ?? '';
    if (place === null || !/^hk/i.test(hive)) {
      this.otherHives.set(hive, (this.otherHives.get(hive) ?? 0) + 1);
      return;
    }
    if (place.key === '') return;
    const lower = pathOf(place);
    const root = this.#rootOf(place, lower);
    const known = this.keys.get(lower);
    if (known) {
      this.#current = known;
      return;
    }
    const key = { ...place, line, subkeys: [], values: new Map(), root };
    this.keys.set(lower, key);
    this.#current = key;
    const cut = lower.lastIndexOf('\\');
    const parent = this.keys.get(lower.slice(0, cut));
    if (parent) parent.subkeys.push(place.key.slice(place.key.lastIndexOf('\\') + 1));
    // A key without the one above it: somebody took lines out of the file.
    else if (this.#root !== null && lower !== this.#root.path) root.whole = false;
  }

  value(name: string, data: ExportedData, line: number): void {
    this.#count(line);
    if (this.#current === null) return;
    const { values } = this.#current;
    const first = values.get(name.toLowerCase());
    if (first && canonicalJson(first.data ?? 0) !== canonicalJson(data ?? 0)) {
      values.set(name.toLowerCase(), { ...first, against: line });
    } else if (!first) values.set(name.toLowerCase(), { name, data, line });
  }

  other(line: number): void {
    if (this.notUnderstood.length < 1000) this.notUnderstood.push(line);
    this.#doubt();
  }

  /** The file ends early: of its last subtree nobody knows how much is missing. */
  cut(): void {
    this.#doubt();
  }

  /** The key in the native view, else in the 32-bit one. */
  find(key: string): ExportedKey | null {
    const lower = key.toLowerCase();
    return this.keys.get(`native\\${lower}`) ?? this.keys.get(`wow32\\${lower}`) ?? null;
  }

  /** Keys directly below `key`, of one view. */
  below(key: string, view: RegistryView): readonly ExportedKey[] {
    const parent = this.keys.get(`${view}\\${key.toLowerCase()}`);
    return (parent?.subkeys ?? []).flatMap(
      (name) => this.keys.get(`${view}\\${`${key}\\${name}`.toLowerCase()}`) ?? [],
    );
  }

  /** Whether everything at and below `key` was exported, so that what is not there is absent. */
  covers(key: string): boolean {
    const lower = `${key.toLowerCase()}\\`;
    return this.roots.some((root) => root.whole && lower.startsWith(`${root.key.toLowerCase()}\\`));
  }

  #rootOf(place: MachineKey, lower: string): ExportedRoot {
    if (this.#root && (lower === this.#root.path || lower.startsWith(`${this.#root.path}\\`))) {
      return this.#root;
    }
    // `SOFTWARE\Wow6432Node` stands below `SOFTWARE`, but answers for another view.
    this.#root = { ...place, path: lower, whole: !closed.test(place.key.toLowerCase()) };
    this.roots.push(this.#root);
    return this.#root;
  }

  /** The subtree that is read now, and those it stands in, are not whole. */
  #doubt(): void {
    const now = this.#root;
    if (now === null) return;
    for (const root of this.roots) {
      const above = `${now.path}\\`.startsWith(`${pathOf(root)}\\`);
      const holdsOtherView = now.view === 'wow32' && pathOf(root) === 'native\\software';
      if (above || holdsOtherView) root.whole = false;
    }
  }

  #count(line: number): void {
    if (++this.#entries <= registryLimits.maxEntries) return;
    const details = { maximum: registryLimits.maxEntries };
    throw formatError('registry-too-large', this.#file, `line ${String(line)}`, details);
  }
}

function pathOf({ view, key }: MachineKey): string {
  return `${view}\\${key}`.toLowerCase();
}
