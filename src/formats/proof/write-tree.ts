import type { ClauseTrace, Explanation, PartTrace, ProofTexts, TraceNode } from '../../domain/index.ts';
import { bdi, escapeHtml } from './safe-text.ts';
import { wordOf } from './word.ts';
import { leafHtml } from './write-leaf.ts';

/** Siblings without influence that stand there before they are folded. */
const few = 6;

/** Pieces of HTML of the whole tree: what decides is marked and open, the rest is folded but there. */
export function* proofTreeHtml(explanation: Explanation, texts: ProofTexts): Generator<string> {
  const parts = explanation.parts.toSorted((a, b) => Number(b.decisive) - Number(a.decisive));
  yield '<ul class="tree">';
  if (explanation.first) yield* clauseHtml(explanation.first, explanation.first.fired, texts);
  const whole = explanation.kb ?? explanation.label ?? explanation.row.update;
  for (const part of parts) yield* partHtml(part, whole, explanation.row.state, texts);
  yield '</ul>\n';
}

/** @param whole name of the update, for a part that has no subject of its own */
function* partHtml(part: PartTrace, whole: string, state: string, texts: ProofTexts): Generator<string> {
  const name = `${texts.labels.part} ${bdi(part.subject || whole)}`;
  const said = `${escapeHtml(wordOf(texts.state, part.state))}, ${escapeHtml(wordOf(texts.reason, part.reason))}`;
  const otherwise = part.clauses.every((clause) => !clause.fired || clause.when.op === 'true');
  yield part.decisive
    ? `<li class="decides"><p>${name}: ${said} ${decides(texts)}</p>`
    : `<li><details><summary>${name}: ${said}</summary>`;
  yield '<ul>';
  for (const clause of part.clauses) {
    const open = state === 'Unknown' && clause.truth === 'unknown';
    yield* clauseHtml(clause, part.decisive && (clause.fired || open || otherwise), texts);
  }
  yield part.decisive ? '</ul></li>\n' : '</ul></details></li>\n';
}

function* clauseHtml(clause: ClauseTrace, decisive: boolean, texts: ProofTexts): Generator<string> {
  const { labels } = texts;
  const became = clause.truth === 'unknown' ? labels.open : clause.fired ? labels.fired : labels.notFired;
  const line = [
    `${escapeHtml(wordOf(texts.reason, clause.reason))}: ${escapeHtml(became)}`,
    decisive ? decides(texts) : '',
    `<span class="soft">${escapeHtml(labels.rule)} <code>${escapeHtml(clause.source)}</code></span>`,
  ].join(' ');
  yield `<li${decisive ? ' class="decides"' : ''}><p>${line}</p>`;
  if (clause.when.op !== 'true') {
    yield '<ul>';
    yield* nodeHtml(clause.when, decisive, texts);
    yield '</ul>';
  }
  yield '</li>\n';
}

function* nodeHtml(node: TraceNode, above: boolean, texts: ProofTexts): Generator<string> {
  const decisive = above && node.decisive;
  const truth = escapeHtml(wordOf(texts.truth, node.truth));
  const asked = node.leaf ? wordOf(texts.leaf, node.leaf.kind) : wordOf(texts.op, node.op);
  const subkey = node.label === undefined ? '' : `${escapeHtml(texts.labels.subkey)} ${bdi(node.label)}: `;
  yield `<li${decisive ? ' class="decides"' : ''}>`;
  yield `<p>${mark[node.truth]} ${subkey}${escapeHtml(asked)}: ${truth}${decisive ? ` ${decides(texts)}` : ''}</p>`;
  if (node.leaf) yield leafHtml(node.leaf, texts);
  const children = node.of ?? [];
  const kept = children.filter((child) => children.length <= few || (decisive && child.decisive));
  const folded = children.filter((child) => !kept.includes(child));
  if (kept.length > 0) {
    yield '<ul>';
    for (const child of kept) yield* nodeHtml(child, decisive, texts);
    yield '</ul>';
  }
  if (folded.length > 0) {
    yield `<details><summary>${escapeHtml(texts.labels.others)}: ${folded.length}</summary><ul>`;
    for (const child of folded) yield* nodeHtml(child, false, texts);
    yield '</ul></details>';
  }
  yield '</li>\n';
}

const mark = { true: '&#10003;', false: '&#10007;', unknown: '?' } as const;

function decides(texts: ProofTexts): string {
  return `<span class="tag">&#9654; ${escapeHtml(texts.labels.decides)}</span>`;
}
