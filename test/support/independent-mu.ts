/**
 * A second reading of applicability-rules, section 6, written from that page alone: prerequisites, parents,
 * supersedence, and the set of possible outcomes by trying every way the unknowns can turn out. Nothing of src.
 */

export type Truth = 'T' | 'F' | 'U';
export type State = 'Required' | 'Installed' | 'NotRequired';

/** A rule as nested lists: a fact's name, or an operator and its operands. */
export type Rule = string | readonly ['and' | 'or', ...Rule[]] | readonly ['not', Rule];

export interface Revision {
  readonly id: string;
  readonly number: number;
  /** `update` and `child` have rules or children; `evaluated` is a category or detectoid. */
  readonly role: 'update' | 'child' | 'evaluated';
  readonly deployable: boolean;
  readonly readable: boolean;
  readonly needs: readonly (readonly string[])[];
  readonly children: readonly (readonly string[])[];
  readonly installed: Rule | null;
  readonly superseded: Rule | null;
  readonly installable: Rule | null;
}

const fold = (values: readonly Truth[], settles: Truth, rest: Truth): Truth =>
  values.includes(settles) ? settles : values.includes('U') ? 'U' : rest;
const all = (values: readonly Truth[]) => fold(values, 'F', 'T');
const any = (values: readonly Truth[]) => fold(values, 'T', 'F');

function ways(truth: Truth): readonly boolean[] {
  return truth === 'U' ? [true, false] : [truth === 'T'];
}

const everything: ReadonlySet<State> = new Set(['Required', 'Installed', 'NotRequired']);

export class IndependentReading {
  /** Highest revision of each id. */
  private readonly present = new Map<string, Revision>();
  private readonly truths = new Map<string, Truth>();

  constructor(
    revisions: readonly Revision[],
    private readonly facts: ReadonlyMap<string, Truth>,
  ) {
    for (const revision of revisions) {
      const other = this.present.get(revision.id);
      if (!other || other.number < revision.number) this.present.set(revision.id, revision);
    }
  }

  /** Possible states of everything that may be listed. */
  states(): ReadonlyMap<string, ReadonlySet<State>> {
    const listed = [...this.present.values()].filter(
      (one) => one.role === 'update' && (one.deployable || !one.readable),
    );
    return new Map(listed.map((one) => [one.id, this.outcomes(one)]));
  }

  private ask(rule: Rule | null): Truth {
    if (rule === null) return 'F';
    if (typeof rule === 'string') return this.facts.get(rule) ?? 'U';
    const [operator, ...operands] = rule;
    const values = operands.map((operand) => this.ask(operand));
    if (operator === 'and') return all(values);
    if (operator === 'or') return any(values);
    return values[0] === 'U' ? 'U' : values[0] === 'T' ? 'F' : 'T';
  }

  private prerequisites(of: Revision): Truth {
    return all(of.needs.map((clause) => any(clause.map((id) => this.installed(id)))));
  }

  private installed(id: string): Truth {
    const known = this.truths.get(id);
    if (known) return known;
    const of = this.present.get(id);
    if (!of) return 'F';
    let truth: Truth = 'U';
    if (of.readable && !this.isInCycle(of)) {
      const own = of.children.length === 0 ? this.ask(of.installed) : this.parentInstalled(of);
      truth = all([this.prerequisites(of), own]);
    }
    this.truths.set(id, truth);
    return truth;
  }

  private parentInstalled(of: Revision): Truth {
    const states = this.parentOutcomes(of);
    return states.has('Installed') ? (states.size === 1 ? 'T' : 'U') : 'F';
  }

  private outcomes(of: Revision): ReadonlySet<State> {
    if (!of.readable || this.isInCycle(of)) return everything;
    const found = new Set<State>();
    for (const met of ways(this.prerequisites(of))) {
      if (!met) found.add('NotRequired');
      else for (const state of of.children.length === 0 ? this.ownOutcomes(of) : this.parentOutcomes(of)) found.add(state);
    }
    return found;
  } // prettier-ignore

  private ownOutcomes(of: Revision): ReadonlySet<State> {
    const found = new Set<State>();
    for (const installed of ways(this.ask(of.installed))) {
      for (const superseded of ways(this.ask(of.superseded))) {
        for (const installable of ways(this.ask(of.installable))) {
          found.add(installed ? 'Installed' : superseded || !installable ? 'NotRequired' : 'Required');
        }
      }
    }
    return found;
  }

  /** Every combination of what the children can be. */
  private parentOutcomes(of: Revision): ReadonlySet<State> {
    const slots = of.children.flatMap((clause, at) => clause.map((id) => ({ at, id })));
    const found = new Set<State>();
    const go = (slot: number, chosen: readonly State[]): void => {
      const next = slots[slot];
      if (!next) {
        const applicable = (at: number) => slots.some((one, i) => one.at === at && chosen[i] !== 'NotRequired');
        const complete = of.children.every((_, at) => applicable(at));
        found.add(!complete ? 'NotRequired' : chosen.includes('Required') ? 'Required' : 'Installed');
        return;
      }
      const child = this.present.get(next.id);
      const possible: Iterable<State> = child ? this.outcomes(child) : ['NotRequired'];
      for (const state of possible) go(slot + 1, [...chosen, state]);
    };
    go(0, []);
    return found;
  } // prettier-ignore

  /** It needs itself, over prerequisites and children that are there. */
  private isInCycle(of: Revision): boolean {
    const seen = new Set<string>();
    const waiting = [...this.neededBy(of)];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (id === of.id) return true;
      const next = this.present.get(id);
      if (seen.has(id) || !next) continue;
      seen.add(id);
      waiting.push(...this.neededBy(next));
    }
    return false;
  }

  private neededBy(of: Revision): readonly string[] {
    return of.readable ? [...of.needs.flat(), ...of.children.flat()] : [];
  }
}

/**
 * Supersedence of one machine's definite states: a Required update is hidden where a Required one replaces it
 * directly or over others, and looked at where an Installed one does.
 */
export function hiddenOrOdd(
  states: ReadonlyMap<string, string>,
  replaces: ReadonlyMap<string, readonly string[]>,
): { readonly hidden: ReadonlySet<string>; readonly odd: ReadonlySet<string> } {
  const below = (from: string): Set<string> => {
    const found = new Set<string>();
    const waiting = [...(replaces.get(from) ?? [])];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      // An id the edition lacks breaks the chain.
      if (found.has(id) || !replaces.has(id)) continue;
      found.add(id);
      waiting.push(...(replaces.get(id) ?? []));
    }
    return found;
  };
  const hidden = new Set<string>();
  const odd = new Set<string>();
  for (const [newer, state] of states) {
    for (const older of below(newer)) {
      if (older === newer || states.get(older) !== 'Required' || below(older).has(newer)) continue;
      if (state === 'Required') hidden.add(older);
      if (state === 'Installed') odd.add(older);
    }
  }
  return { hidden, odd };
}
