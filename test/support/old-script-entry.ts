/**
 * What the old script engine is asked, and Node as well: one line a case. Compiled by `buildOldScript`,
 * so it keeps to what such an engine has.
 */
import type { Machine, Rule } from '../../src/domain/index.ts';
import { decideUpdate, truthOf } from '../../src/scan/evaluate.ts';
import { answerOfLeaf, isMsrc } from '../../src/scan/leaf.ts';
import { traceRuleLeaf } from '../../src/scan/leaves/trace-leaf.ts';
import { defaultPolicy } from '../../src/scan/policy.ts';
import type { RulePolicy } from '../../src/scan/policy.ts';

export interface ScriptCase {
  readonly rule: Rule;
  readonly machine: Machine;
  readonly policy: RulePolicy | null;
}

/** Truth, state with blockers, and trace of each case, as ASCII text. */
export function answers(cases: readonly ScriptCase[]): readonly string[] {
  const lines: string[] = [];
  for (const one of cases) {
    const policy = one.policy === null ? defaultPolicy : one.policy;
    lines.push(
      `${truthOf(one.rule, one.machine, policy)} ${stateOf(one, policy)} ${ascii(traceOf(one, policy))}`,
    );
  }
  return lines;
}

function stateOf(one: ScriptCase, policy: RulePolicy): string {
  const { outcome } = decideUpdate(
    {
      update: 'case',
      first: null,
      parts: [
        {
          subject: '',
          clauses: [
            { when: one.rule, state: 'Required', reason: 'rules-installable', grade: 'measured', source: '' },
            {
              when: { op: 'true' },
              state: 'NotRequired',
              reason: 'rules-not-applicable',
              grade: 'measured',
              source: '',
            },
          ],
        },
      ],
    },
    one.machine,
    policy,
  );
  const blockers: string[] = [];
  for (const blocker of outcome.blockers) blockers.push(`${blocker.kind} ${ascii(blocker.subject)}`);
  return `${outcome.state} ${outcome.reason} ${outcome.possible.join('+')} [${blockers.join('; ')}]`;
}

function traceOf(one: ScriptCase, policy: RulePolicy): string {
  if (one.rule.op !== 'leaf' || isMsrc(one.rule.leaf)) return '';
  const { leaf } = one.rule;
  const trace = traceRuleLeaf(leaf, answerOfLeaf(leaf, one.machine, policy), one.machine);
  const read = trace.evidence === null ? '' : `${trace.evidence.file}:${String(trace.evidence.line)}`;
  return `${trace.wanted} / ${String(trace.found)} / ${read} / ${String(trace.missing)} / ${String(trace.policy)}`;
}

function ascii(text: string): string {
  return text.replace(/[^ -~]/g, '?');
}
