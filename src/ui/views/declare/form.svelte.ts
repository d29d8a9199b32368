import { isDeclarableFamily, isoDate, normalisedProductName, yearAfter } from '../../../domain/index.ts';
import type { DeclarationDraft, DeclaredMachines, OsRole } from '../../../domain/index.ts';
import type { Snapshot } from '../../../tasks/engine.ts';
import type { DeclareWish } from '../../state/declaring.svelte.ts';

/** A family of the catalogs that is none: what has no place elsewhere. */
const notOne = 'Other';

/** The fields of the dialog, filled from where it was opened. */
export class DeclareForm {
  readonly products: readonly string[];
  /** Ids of chosen machines; empty where none were. */
  readonly chosen: readonly string[];
  /** Family that all products are of, where it can be declared. */
  readonly family: string | null;
  /** The one product goes by a version. */
  readonly versioned: boolean;
  wide = $state(false);
  says = $state<'absent' | 'present'>('absent');
  version = $state('');
  where = $state<DeclaredMachines['kind']>('all');
  name = $state('');
  os = $state('');
  role = $state<OsRole | ''>('');
  reason = $state('');
  until = $state('');

  constructor(wish: DeclareWish, snapshot: Snapshot | null, now: number) {
    const { before } = wish;
    const machines = snapshot?.machines ?? [];
    const names = new Set(wish.products.map(normalisedProductName));
    const known = (snapshot?.declarable ?? []).filter(({ name }) => names.has(normalisedProductName(name)));
    const families = [...new Set(known.map(({ family }) => family))];
    const [only = null] = families;
    this.products = wish.products;
    this.family =
      before?.family ?? (families.length === 1 && isDeclarableFamily(only) && only !== notOne ? only : null);
    this.versioned = known.length === 1 && known[0]?.versioned === true;
    const before_ = before?.machines;
    this.chosen = before_?.kind === 'chosen' ? before_.ids : wish.machines;
    const some = this.chosen.length > 0 && this.chosen.length < machines.length;
    this.where = before_?.kind ?? (some ? 'chosen' : 'all');
    if (before_?.kind === 'filter') {
      this.name = before_.name;
      this.os = before_.os;
      this.role = before_.role ?? '';
    }
    this.wide = before !== undefined && before.family !== null;
    this.says = before?.says ?? 'absent';
    this.version = before?.version ?? '';
    this.reason = before?.reason ?? '';
    this.until = yearAfter(isoDate(now));
  }

  get draft(): DeclarationDraft {
    const { version } = this;
    const withVersion = this.says === 'present' && this.versioned && !this.wide && version.trim() !== '';
    return {
      products: this.wide ? [] : this.products,
      family: this.wide ? this.family : null,
      says: this.says,
      version: withVersion ? version.trim() : null,
      machines: this.machines,
      reason: this.reason,
      until: this.until,
    };
  }

  private get machines(): DeclaredMachines {
    const { where, name, os, role } = this;
    if (where === 'all') return { kind: 'all' };
    if (where === 'chosen') return { kind: 'chosen', ids: this.chosen };
    return { kind: 'filter', name: name.trim(), os: os.trim(), role: role === '' ? null : role };
  }
}
