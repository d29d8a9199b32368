/** Rules of updates as literals of the graph. */
import { patchStates } from '../../domain/index.ts';
import type { Clause, Decision, PatchState, Rule, UpdateRules } from '../../domain/index.ts';
import type { SubjectBuilder } from '../quantise/subjects.ts';
import { falseLiteral, invert, trueLiteral, unknownLiteral } from './and-graph.ts';
import type { AndGraph, Literal } from './and-graph.ts';

export interface ClauseLiteral {
  readonly when: Literal;
  /** Index into `patchStates`. */
  readonly state: number;
}

/** Clauses in order, without those that never hold, up to the first that always does. */
export type PartLiterals = readonly ClauseLiteral[];

export interface UpdateLiterals {
  readonly first: ClauseLiteral | null;
  readonly parts: readonly PartLiterals[];
}

const codes: Readonly<Record<PatchState, number>> = {
  Required: patchStates.indexOf('Required'),
  Installed: patchStates.indexOf('Installed'),
  Unknown: patchStates.indexOf('Unknown'),
  NotRequired: patchStates.indexOf('NotRequired'),
};

export class RuleLiterals {
  /** Conjunctions and disjunctions already seen: only rules of several parts grow by being shared. */
  private readonly known = new Map<Rule, Literal>();

  constructor(
    private readonly graph: AndGraph,
    private readonly subjects: SubjectBuilder,
  ) {}

  update(rules: UpdateRules): UpdateLiterals {
    const first = rules.first === null ? null : this.clause(rules.first);
    return {
      first: first?.when === falseLiteral ? null : first,
      parts: rules.parts.map((part) => this.part(part)),
    };
  }

  private part({ clauses }: Decision): PartLiterals {
    const literals: ClauseLiteral[] = [];
    for (const clause of clauses) {
      const literal = this.clause(clause);
      if (literal.when !== falseLiteral) literals.push(literal);
      if (literal.when === trueLiteral) break;
    }
    return literals;
  }

  private clause({ when, state }: Clause): ClauseLiteral {
    return { when: this.rule(when), state: codes[state] };
  }

  private rule(rule: Rule): Literal {
    switch (rule.op) {
      case 'leaf':
        return this.subjects.literal(rule.leaf);
      case 'true':
        return trueLiteral;
      case 'false':
        return falseLiteral;
      case 'not':
        return invert(this.rule(rule.of));
      case 'proven':
        return this.graph.proven(this.rule(rule.of));
      case 'and':
      case 'or': {
        const known = this.known.get(rule);
        if (known !== undefined) return known;
        const literal = this.parts(rule);
        this.known.set(rule, literal);
        return literal;
      }
    }
    // An operator this version does not know is never a guess (hostile case SCN05).
    return unknownLiteral;
  }

  private parts({ op, of }: Rule & { readonly op: 'and' | 'or' }): Literal {
    // Empty ones are malformed: unknown (applicability rules, section 2).
    if (of.length === 0) return unknownLiteral;
    const literals = of.map((child) => this.rule(child));
    return op === 'and' ? this.graph.and(literals) : this.graph.or(literals);
  }
}
