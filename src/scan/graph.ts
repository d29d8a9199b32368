/**
 * All rules of a catalog as one hash-consed And-inverter graph (design, section 4). Two-valued nodes
 * over dual-rail inputs: every leaf has a plane "surely true" and a plane "possibly true", and
 * surely implies possibly. Literal = 2 x node + 1 if complemented; node 0 is the constant false.
 */
import type {
  Clause,
  CompiledCatalog,
  Decision,
  Leaf,
  PatchState,
  Rule,
  UpdateRules,
} from '../domain/index.ts';

export interface Graph {
  /** Distinct leaves: leaf `i` has its surely plane at node `1 + 2i`, its possibly plane at `2 + 2i`. */
  readonly leaves: readonly Leaf[];
  /** Nodes in all: constant, inputs, then AND nodes in topological order. */
  readonly nodes: number;
  /** Two operand literals per AND node, in node order. */
  readonly operands: Uint32Array;
  /** Two literals per update: bit 0 and bit 1 of its state code. */
  readonly outputs: Uint32Array;
}

/** A three-valued value: two literals. */
interface Rails {
  readonly surely: number;
  readonly possibly: number;
}

const falseLiteral = 0;
const trueLiteral = 1;
const unknownRails: Rails = { surely: falseLiteral, possibly: trueLiteral };
const invert = (literal: number) => literal ^ 1;

/** One key a distinct question. */
export function leafKey(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'hotfix':
    case 'hotfixes-below':
      return `${leaf.kind} ${String(leaf.kb)}`;
    case 'os-build':
      return `${leaf.kind} ${leaf.builds.join(' ')}`;
    case 'os-build-known':
      return leaf.kind;
    case 'os-service-pack':
      return `${leaf.kind} ${String(leaf.servicePack)}`;
    case 'os-role':
      return `${leaf.kind} ${leaf.role}`;
    case 'os-architecture':
      return `${leaf.kind} ${leaf.architecture}`;
    case 'os-installation':
      return `${leaf.kind} ${leaf.installation}`;
    case 'ubr':
      return `${leaf.kind} ${leaf.comparison} ${String(leaf.value)}`;
    case 'product':
      return `${leaf.kind} ${leaf.blocker} ${leaf.product}`;
    case 'not-understood':
      return `${leaf.kind} ${leaf.name}`;
    default:
      return JSON.stringify(leaf);
  }
}

export function buildGraph(catalog: CompiledCatalog): Graph {
  const builder = new GraphBuilder(catalog);
  const outputs = new Uint32Array(catalog.updates.length * 2);
  catalog.updates.forEach((rules, i) => outputs.set(builder.update(rules), i * 2));
  return builder.finish(outputs);
}

class GraphBuilder {
  private readonly leaves: Leaf[] = [];
  private readonly leafIndex = new Map<string, number>();
  /** Leaf objects and rules already seen: shared sub-rules are compiled once. */
  private readonly rules = new Map<Rule, Rails>();
  private readonly operands: number[] = [];
  private readonly consed = new Map<number, Map<number, number>>();
  private next: number;

  constructor(catalog: CompiledCatalog) {
    forEachLeaf(catalog, (leaf) => {
      const key = leafKey(leaf);
      if (this.leafIndex.has(key)) return;
      this.leafIndex.set(key, this.leaves.length);
      this.leaves.push(leaf);
    });
    this.next = 1 + 2 * this.leaves.length;
  }

  finish(outputs: Uint32Array): Graph {
    return { leaves: this.leaves, nodes: this.next, operands: Uint32Array.from(this.operands), outputs };
  }

  /** Literals of the two bits of the state code: bit 1 = Unknown or NotRequired, bit 0 = Installed or NotRequired. */
  update(rules: UpdateRules): readonly [number, number] {
    const parts = rules.parts.map((part) => this.decision(part));
    const any = (state: PatchState) => this.or(parts.map((part) => part[state]));
    const required = any('Required');
    const installed = any('Installed');
    // Without parts nothing is decided: Unknown.
    const unknown = parts.length === 0 ? trueLiteral : any('Unknown');
    const isInstalled = this.and([installed, invert(required)]);
    const isUnknown = this.and([unknown, invert(required), invert(installed)]);
    const isNot = this.and([invert(required), invert(installed), invert(unknown)]);
    let bit0 = this.or([isInstalled, isNot]);
    let bit1 = this.or([isUnknown, isNot]);
    if (rules.first !== null) {
      const settles = this.rule(rules.first.when).surely;
      const { state } = rules.first;
      bit0 = this.choose(settles, state === 'Installed' || state === 'NotRequired', bit0);
      bit1 = this.choose(settles, state === 'Unknown' || state === 'NotRequired', bit1);
    }
    return [bit0, bit1];
  }

  private choose(condition: number, then: boolean, otherwise: number): number {
    return then ? this.or([condition, otherwise]) : this.and([invert(condition), otherwise]);
  }

  /** Four literals, one of which is true: the state of one part. */
  private decision(decision: Decision): Record<PatchState, number> {
    const possible: Record<'Required' | 'Installed' | 'NotRequired' | 'Unknown', number[]> = {
      Required: [],
      Installed: [],
      NotRequired: [],
      Unknown: [],
    };
    let reached = trueLiteral;
    for (const clause of decision.clauses) {
      const when = this.rule(clause.when);
      const here = this.and([reached, when.possibly]);
      possible[clause.state].push(here);
      reached = this.and([reached, invert(when.surely)]);
    }
    const required = this.or(possible.Required);
    const installed = this.or(possible.Installed);
    const notRequired = this.or(possible.NotRequired);
    const unknown = this.or(possible.Unknown);
    const only = (state: number, others: readonly number[]) =>
      this.and([state, invert(unknown), invert(reached), ...others.map(invert)]);
    const states = {
      Required: only(required, [installed, notRequired]),
      Installed: only(installed, [required, notRequired]),
      NotRequired: only(notRequired, [required, installed]),
    };
    const settled = this.or([states.Required, states.Installed, states.NotRequired]);
    return { ...states, Unknown: invert(settled) };
  }

  private rule(rule: Rule): Rails {
    const known = this.rules.get(rule);
    if (known !== undefined) return known;
    const rails = this.compile(rule);
    this.rules.set(rule, rails);
    return rails;
  }

  private compile(rule: Rule): Rails {
    switch (rule.op) {
      case 'true':
        return { surely: trueLiteral, possibly: trueLiteral };
      case 'false':
        return { surely: falseLiteral, possibly: falseLiteral };
      case 'leaf': {
        const node = 1 + 2 * (this.leafIndex.get(leafKey(rule.leaf)) ?? 0);
        return { surely: node * 2, possibly: (node + 1) * 2 };
      }
      case 'not': {
        const { surely, possibly } = this.rule(rule.of);
        return { surely: invert(possibly), possibly: invert(surely) };
      }
      case 'proven': {
        const { surely } = this.rule(rule.of);
        return { surely, possibly: surely };
      }
      case 'and':
      case 'or': {
        if (rule.of.length === 0) return unknownRails;
        const rails = rule.of.map((child) => this.rule(child));
        const surely = rails.map((rail) => rail.surely);
        const possibly = rails.map((rail) => rail.possibly);
        return rule.op === 'and'
          ? { surely: this.and(surely), possibly: this.and(possibly) }
          : { surely: this.or(surely), possibly: this.or(possibly) };
      }
    }
    return unknownRails;
  }

  private or(literals: readonly number[]): number {
    return invert(this.and(literals.map(invert)));
  }

  /** n-ary AND as a chain over sorted operands, so that equal prefixes share nodes. */
  private and(literals: readonly number[]): number {
    if (literals.length === 2) return this.pair(literals[0] ?? trueLiteral, literals[1] ?? trueLiteral);
    const sorted = [...literals].sort((a, b) => a - b);
    let result = trueLiteral;
    for (const literal of sorted) result = this.pair(result, literal);
    return result;
  }

  private pair(a: number, b: number): number {
    if (a === trueLiteral) return b;
    if (b === trueLiteral) return a;
    if (a === falseLiteral || b === falseLiteral || a === invert(b)) return falseLiteral;
    if (a === b) return a;
    const [low, high] = a < b ? [a, b] : [b, a];
    const row = this.consed.get(low) ?? new Map<number, number>();
    this.consed.set(low, row);
    const known = row.get(high);
    if (known !== undefined) return known;
    const literal = this.next * 2;
    this.next += 1;
    this.operands.push(low, high);
    row.set(high, literal);
    return literal;
  }
}

/** Calls `visit` for every leaf of every rule, in rule order. */
export function forEachLeaf(catalog: CompiledCatalog, visit: (leaf: Leaf) => void): void {
  const seen = new Set<Rule>();
  const walk = (rule: Rule): void => {
    if (seen.has(rule)) return;
    seen.add(rule);
    if (rule.op === 'leaf') visit(rule.leaf);
    else if (rule.op === 'not' || rule.op === 'proven') walk(rule.of);
    else if (rule.op === 'and' || rule.op === 'or') rule.of.forEach(walk);
  };
  const clause = (of: Clause): void => walk(of.when);
  for (const update of catalog.updates) {
    if (update.first !== null) clause(update.first);
    for (const part of update.parts) part.clauses.forEach(clause);
  }
}
