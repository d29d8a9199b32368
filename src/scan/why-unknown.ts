/** Why a leaf is unknown, and what would settle it (applicability rules, section 2: "blockers"). */
import { factKey } from '../domain/fact-table.ts';
import type { Blocker, Leaf, Machine, StateReason } from '../domain/index.ts';
import { answerOfLeaf, isMsrc } from './leaf.ts';
import type { RulePolicy } from './policy.ts';

export interface WhyUnknown {
  readonly reason: StateReason;
  readonly blockers: readonly Blocker[];
}

export function blockersOf(leaf: Leaf, machine: Machine, policy: RulePolicy): WhyUnknown {
  if (leaf.kind === 'update-installed') return because(leaf.why, 'update', leaf.update);
  if (!isMsrc(leaf)) {
    const answer = answerOfLeaf(leaf, machine, policy);
    const blockers: Blocker[] = [];
    for (const subject of answer.missing) blockers.push({ kind: 'fact', subject: factKey(subject) });
    for (const name of answer.elements) blockers.push({ kind: 'element', subject: name });
    return {
      reason: answer.missing.length > 0 ? 'fact-not-collected' : 'element-not-understood',
      blockers,
    };
  }
  switch (leaf.kind) {
    case 'hotfix':
    case 'hotfixes-below': {
      const missing = machine.hotfixes.completeness === 'missing';
      return because(missing ? 'hotfix-list-missing' : 'hotfix-list-cut', 'hotfix-list', '');
    }
    case 'ubr':
      return because('ubr-unknown', 'ubr', '');
    case 'product':
    case 'product-version':
      return because(
        leaf.blocker === 'component-version' ? 'component-version-unknown' : 'product-presence-unknown',
        leaf.blocker,
        leaf.product,
      );
    case 'not-understood':
      return leaf.element === true
        ? because('element-not-understood', 'element', leaf.name)
        : because('product-name-not-understood', 'product-name', leaf.name);
    default:
      return because('os-facts-missing', 'os-facts', leaf.kind);
  }
}

function because(reason: StateReason, kind: Blocker['kind'], subject: string): WhyUnknown {
  return { reason, blockers: [{ kind, subject }] };
}

/** Blockers without repeats. A loop over hundreds of keys lists some of them and counts the rest. */
export interface BlockerList {
  readonly blockers: Blocker[];
  more: number;
  readonly seen: Record<string, true>;
}

const mostBlockers = 50;

export function newBlockers(): BlockerList {
  return { blockers: [], more: 0, seen: {} };
}

export function addBlockers(list: BlockerList, blockers: readonly Blocker[]): void {
  for (const blocker of blockers) {
    const key = `${blocker.kind} ${blocker.subject}`;
    if (Object.prototype.hasOwnProperty.call(list.seen, key)) continue;
    list.seen[key] = true;
    if (list.blockers.length < mostBlockers) list.blockers.push(blocker);
    else list.more += 1;
  }
}
