/** The evidence trace of a rule or a decision: found and wanted, per leaf, from which line. */
import type {
  Clause,
  ClauseTrace,
  Decision,
  Evidence,
  Fact,
  Machine,
  MsrcLeaf,
  PartTrace,
  Rule,
  RuleLeaf,
  TraceNode,
  Truth,
} from '../domain/index.ts';
import type { Outcome } from './evaluate.ts';
import { answerOfLeaf, hotfixEntry, isMsrc, newestHotfix, truthOf, truthOfLeaf } from './leaf.ts';
import type { LoopTarget } from './leaves/answer.ts';
import { traceProduct } from './trace-product.ts';
import { traceRuleLeaf } from './leaves/trace-leaf.ts';
import type { TruthMemory } from './leaf.ts';
import { defaultPolicy } from './policy.ts';
import type { RulePolicy } from './policy.ts';
import { truthMemory } from './truth-memory.ts';

/** Longest list of children a trace shows in full; of more, those that settle nothing are cut. */
const shownChildren = 40;

/**
 * Nodes of one rule's trace. Prerequisites of prerequisites multiply as a tree though they share their parts:
 * beyond this many an And or Or shows one child that settles it.
 */
const shownNodes = 4000;

/** Where a rule is traced: the machine, the policy, and the subkey of an enclosing loop. */
interface TraceContext {
  readonly machine: Machine;
  readonly policy: RulePolicy;
  readonly target: LoopTarget | null;
  readonly memory: TruthMemory;
  /** Nodes that may still be made. */
  readonly left: { nodes: number };
}

/** Trace of one rule; `decisive` marks the children that settle their parent. */
export function traceRule(
  rule: Rule,
  machine: Machine,
  decisive = true,
  policy: RulePolicy = defaultPolicy,
): TraceNode {
  const left = { nodes: shownNodes };
  return traceIn(rule, { machine, policy, target: null, memory: truthMemory(), left }, decisive);
}

function traceIn(rule: Rule, context: TraceContext, decisive: boolean): TraceNode {
  const truth = truthIn(rule, context);
  context.left.nodes -= 1;
  switch (rule.op) {
    case 'leaf':
      return isMsrc(rule.leaf)
        ? { op: 'leaf', truth, decisive, leaf: traceMsrcLeaf(rule.leaf, context.machine) }
        : traceRuleNode(rule.leaf, truth, context, decisive);
    case 'true':
    case 'false':
      return { op: rule.op, truth, decisive };
    case 'not':
    case 'proven':
      return { op: rule.op, truth, decisive, of: [traceIn(rule.of, context, decisive)] };
    case 'and':
    case 'or': {
      const settles = (child: Rule) => truthIn(child, context) === truth;
      const shown = context.left.nodes > 0 ? rule.of : rule.of.filter(settles).slice(0, 1);
      // A child settles its parent by having the parent's truth; all do where none alone can.
      const children = shown.map((child) => traceIn(child, context, decisive && settles(child)));
      return { op: rule.op, truth, decisive, of: shownOf(children, truth) };
    }
  }
  return notUnderstoodNode((rule as { readonly op: string }).op, decisive);
}

function truthIn(rule: Rule, { machine, policy, target, memory }: TraceContext): Truth {
  return truthOf(rule, machine, policy, target, memory);
}

/** The first children, all that are decisive, and one that has the parent's truth: enough to recompute it. */
function shownOf(children: readonly TraceNode[], truth: Truth): readonly TraceNode[] {
  const settling = children.findIndex((child) => child.truth === truth);
  return children.filter((child, i) => child.decisive || i < shownChildren || i === settling);
}

function notUnderstoodNode(name: string, decisive: boolean): TraceNode {
  const leaf = {
    kind: 'not-understood',
    wanted: name,
    found: null,
    evidence: null,
    missing: 'not-understood',
  };
  return { op: 'leaf', truth: 'unknown', decisive, leaf };
}

/** A leaf of the rule language; a loop shows the child rule for each of its subkeys. */
function traceRuleNode(leaf: RuleLeaf, truth: Truth, context: TraceContext, decisive: boolean): TraceNode {
  const { machine, policy, target } = context;
  const answer = answerOfLeaf(leaf, machine, policy, target);
  const node = { op: 'leaf' as const, truth, decisive, leaf: traceRuleLeaf(leaf, answer, machine) };
  if (leaf.kind !== 'reg-key-loop' || answer.branches === null) return node;
  const settles: Truth = truth === 'unknown' || leaf.trueIf !== 'None' ? truth : negation[truth];
  const branches = answer.branches.map((branch) => {
    const same = truthOf(leaf.of, machine, policy, branch) === settles;
    const child = traceIn(leaf.of, { ...context, target: branch }, decisive && same);
    return { ...child, label: branch.key.slice(branch.key.lastIndexOf('\\') + 1) };
  });
  return { ...node, of: shownOf(branches, settles) };
}

const negation: Readonly<Record<Truth, Truth>> = { true: 'false', false: 'true', unknown: 'unknown' };

function traceMsrcLeaf(leaf: MsrcLeaf, machine: Machine): NonNullable<TraceNode['leaf']> {
  const { os, hotfixes } = machine;
  const ofFact = (wanted: string, fact: Fact<string | number>) => ({
    kind: leaf.kind,
    wanted,
    found: fact.state === 'known' ? String(fact.value) : fact.state === 'absent' ? 'absent' : null,
    evidence: fact.state === 'unavailable' ? null : fact.evidence,
    missing: fact.state === 'unavailable' ? fact.reason : null,
  });
  switch (leaf.kind) {
    case 'os-build':
      return ofFact(leaf.builds.join(' | '), os.version);
    case 'os-build-known':
      return ofFact('known build', os.version);
    case 'os-service-pack':
      return ofFact(String(leaf.servicePack), os.servicePack);
    case 'os-role':
      return ofFact(leaf.role, os.role);
    case 'os-architecture':
      return ofFact(leaf.architecture, os.architecture);
    case 'os-installation':
      return ofFact(leaf.installation, os.installation);
    case 'ubr':
      return ofFact(`${leaf.comparison} ${String(leaf.value)}`, os.ubr);
    case 'hotfix': {
      const entry = hotfixEntry(machine, leaf.kb);
      const open = entry === null && hotfixes.completeness !== 'complete';
      return {
        kind: leaf.kind,
        wanted: `KB${String(leaf.kb)}`,
        found: entry === null ? (open ? null : 'absent') : entry.id,
        evidence:
          entry === null ? wholeList(machine) : listEvidence(machine, entry.file, entry.line, entry.id),
        missing: open ? `list-${hotfixes.completeness}` : null,
      };
    }
    case 'hotfixes-below': {
      const newest = newestHotfix(machine);
      const entry = newest === 0 ? null : hotfixEntry(machine, newest);
      const open = truthOfLeaf(leaf, machine) === 'unknown';
      return {
        kind: leaf.kind,
        wanted: `< ${String(leaf.kb)}`,
        found: open ? null : newest === 0 ? 'empty list' : `KB${String(newest)}`,
        evidence: entry === null ? null : listEvidence(machine, entry.file, entry.line, entry.id),
        missing: open ? `list-${hotfixes.completeness}` : null,
      };
    }
    case 'product':
    case 'product-version':
      return traceProduct(leaf, machine);
    case 'not-understood':
      return { kind: leaf.kind, wanted: leaf.name, found: null, evidence: null, missing: 'not-understood' };
  }
}

/** The file in which all KB numbers stand, so that one it does not name is absent; null where none does. */
function wholeList(machine: Machine): Evidence | null {
  const { whole } = machine.hotfixes;
  return whole === undefined ? null : listEvidence(machine, whole, null, '');
}

function listEvidence(machine: Machine, file: string, line: number | null, text: string): Evidence {
  const sha256 = machine.files.find((known) => known.name === file)?.sha256 ?? '';
  return { file, sha256, line, text };
}

export function traceClause(
  clause: Clause,
  machine: Machine,
  fired: boolean,
  policy: RulePolicy = defaultPolicy,
): ClauseTrace {
  const { source, state, reason, possible } = clause;
  const when = traceRule(clause.when, machine, true, policy);
  return {
    source,
    state,
    reason,
    truth: when.truth,
    fired,
    ...(possible === undefined ? {} : { possible }),
    when,
  };
}

/** The clauses up to and with the one that settled the part. */
export function tracePart(
  part: Decision,
  outcome: Outcome,
  decisive: boolean,
  machine: Machine,
  policy: RulePolicy = defaultPolicy,
): PartTrace {
  const clauses: ClauseTrace[] = [];
  for (const [i, clause] of part.clauses.entries()) {
    const trace = traceClause(clause, machine, i === outcome.clause, policy);
    clauses.push(trace);
    if (trace.truth === 'true') break;
  }
  return { subject: part.subject, state: outcome.state, reason: outcome.reason, decisive, clauses };
}
