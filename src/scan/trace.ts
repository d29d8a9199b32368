/** The evidence trace of a rule or a decision: found and wanted, per leaf, from which line. */
import type {
  Clause,
  ClauseTrace,
  Decision,
  Evidence,
  Fact,
  Leaf,
  Machine,
  PartTrace,
  Rule,
  TraceNode,
} from '../domain/index.ts';
import { truthOf } from './evaluate.ts';
import type { Outcome } from './evaluate.ts';
import { hotfixEntry, newestHotfix, truthOfLeaf } from './leaf.ts';

/** Longest list of children a trace shows in full; the rest of an Or that did not settle is cut. */
const shownChildren = 40;

/** Trace of one rule; `decisive` marks the children that settle their parent. */
export function traceRule(rule: Rule, machine: Machine, decisive = true): TraceNode {
  const truth = truthOf(rule, machine);
  switch (rule.op) {
    case 'leaf':
      return { op: 'leaf', truth, decisive, leaf: traceLeaf(rule.leaf, machine) };
    case 'true':
    case 'false':
      return { op: rule.op, truth, decisive };
    case 'not':
    case 'proven':
      return { op: rule.op, truth, decisive, of: [traceRule(rule.of, machine, decisive)] };
    case 'and':
    case 'or': {
      const children = rule.of.map((child) => {
        // A child settles its parent by having the parent's truth; all do where none alone can.
        return traceRule(child, machine, decisive && truthOf(child, machine) === truth);
      });
      const shown = children.filter((child, i) => child.decisive || i < shownChildren);
      return { op: rule.op, truth, decisive, of: shown };
    }
  }
}

function traceLeaf(leaf: Leaf, machine: Machine): NonNullable<TraceNode['leaf']> {
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
        evidence: entry === null ? null : listEvidence(machine, entry.file, entry.line, entry.id),
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
      return { kind: leaf.kind, wanted: leaf.product, found: null, evidence: null, missing: leaf.blocker };
    case 'not-understood':
      return { kind: leaf.kind, wanted: leaf.name, found: null, evidence: null, missing: 'not-understood' };
    default:
      return { kind: leaf.kind, wanted: '', found: null, evidence: null, missing: 'not-collected' };
  }
}

function listEvidence(machine: Machine, file: string, line: number | null, text: string): Evidence {
  const sha256 = machine.files.find((known) => known.name === file)?.sha256 ?? '';
  return { file, sha256, line, text };
}

export function traceClause(clause: Clause, machine: Machine, fired: boolean): ClauseTrace {
  const { source, state, reason } = clause;
  return {
    source,
    state,
    reason,
    truth: truthOf(clause.when, machine),
    fired,
    when: traceRule(clause.when, machine),
  };
}

/** The clauses up to and with the one that settled the part. */
export function tracePart(part: Decision, outcome: Outcome, decisive: boolean, machine: Machine): PartTrace {
  const clauses: ClauseTrace[] = [];
  for (const [i, clause] of part.clauses.entries()) {
    const trace = traceClause(clause, machine, i === outcome.clause);
    clauses.push(trace);
    if (trace.truth === 'true') break;
  }
  return { subject: part.subject, state: outcome.state, reason: outcome.reason, decisive, clauses };
}
