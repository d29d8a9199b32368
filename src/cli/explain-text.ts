import { kbNumberDistance, numberOrder } from '../domain/index.ts';
import type { ClauseTrace, Explanation, PartTrace, TraceNode } from '../domain/index.ts';
import { signatureSentence } from './signature-words.ts';
import { reasonSentences } from './state-words.ts';
import { printable } from './terminal.ts';

/** Conditions that did not settle anything are shown up to this many; the rest is counted. */
const shownOpen = 12;

/** The explanation of one state as text: sentence, deciding clause, found and wanted, sources. */
export function explainText(explanation: Explanation): string {
  const { row, machineName, kb, first, parts, catalogs } = explanation;
  const by = row.by === null ? (explanation.byName ?? row.byUpdate ?? '') : `KB${row.by}`;
  const grade = row.grade === null ? '' : ` (${row.grade})`;
  const revision = explanation.revision === undefined ? '' : ` revision ${explanation.revision}`;
  const settled = first?.fired === true;
  const deciding = settled ? [] : parts.filter((part) => part.decisive);
  const others = settled ? [] : parts.filter((part) => !part.decisive);
  const lines = [
    `${row.update}${revision} on ${machineName}: ${row.state}${grade}`,
    reasonSentences[row.reason](kb ?? row.update, machineName, by),
    ...numberLines(explanation),
    ...(row.original === undefined
      ? []
      : [`Original verdict of the catalog's own scanner: ${row.original}.`]),
    ...(row.possible.length > 1 ? [`Possible: ${row.possible.join(', ')}.`] : []),
    ...row.blockers.map(
      ({ kind, subject }) => `Would settle it: ${kind}${subject === '' ? '' : `: ${subject}`}`,
    ),
    ...(row.supersededBy === null ? [] : [`Superseded by ${row.supersededBy}, which is Required too.`]),
    ...(row.marks.length === 0 ? [] : [`Marks: ${row.marks.join(', ')}`]),
    '',
    ...(settled && first !== null ? ['Decided for the update as a whole', ...clauseLines(first)] : []),
    ...deciding.flatMap(partLines),
    ...(others.length === 0 ? [] : ['', 'Other products of the update', ...others.map(shortPart)]),
    '',
    'Rules from',
    ...catalogs.map(({ edition, file, sha256, signature }) => {
      const said = signatureSentence(signature ?? null);
      return `  ${edition}  ${file}  sha256 ${sha256}  ${said}`;
    }),
  ];
  return lines.map((line) => `${printable(line).trimEnd()}\n`).join('');
}

/** Where the state rests on the order of KB numbers: both numbers, and how far that can be trusted. */
function numberLines(explanation: Explanation): string[] {
  const order = numberOrder(explanation);
  if (order === null) return [];
  const { own, other, byMonth } = order;
  const limit = kbNumberDistance.toLocaleString('en');
  if (other === null)
    return [`Order of KB numbers: the list is empty, so no KB in it is as new as KB${own}.`];
  const apart = Math.abs(other - own).toLocaleString('en');
  const side = other > own ? 'above' : 'below';
  const measure = byMonth
    ? `KB${other} lies more than ${limit} above the Monthly Rollup of the month of KB${own} (or above KB${own} itself, ${apart} apart)`
    : `KB${other} lies ${apart} ${side} KB${own}, more than ${limit}`;
  return [
    `Order of KB numbers: ${measure}.`,
    `  This order is inferred: Microsoft numbers its articles in the order of time, and no two updates of one product that far apart are known to be the other way round.`,
  ];
}

function partLines(part: PartTrace): string[] {
  const last = part.clauses.at(-1);
  const byTheRest = last?.fired === true && last.when.op === 'true';
  const steps = part.clauses.flatMap((clause) => clauseLines(clause, byTheRest));
  return [`Decided for ${part.subject || 'the update'}`, ...steps];
}

function shortPart(part: PartTrace): string {
  return `  ${part.state.padEnd(11)} ${part.reason.padEnd(26)} ${part.subject}`;
}

/**
 * Every step that was asked shows its conditions, those that settled it: a state by the last step, which
 * has no condition of its own (`byTheRest`), is proven by the steps before it that were false. KB-style
 * rules ask many; where a later step has a condition theirs are one line each.
 */
function clauseLines(clause: ClauseTrace, byTheRest = false): string[] {
  const mark = clause.fired ? '=>' : '  ';
  const head = `${mark} ${clause.truth.padEnd(7)} ${clause.state} if ${clause.reason} [${clause.source}]`;
  if (clause.when.op === 'true') return [head, '      because no step above applies'];
  const inFull =
    byTheRest || clause.fired || clause.truth === 'unknown' || !clause.source.startsWith('msrc-cvrf');
  return inFull ? [head, ...nodeLines(clause.when, 2)] : [head];
}

function nodeLines(node: TraceNode, depth: number): string[] {
  const indent = '  '.repeat(depth + 1);
  if (node.op === 'leaf') return [`${indent}${node.truth.padEnd(7)} ${leafLine(node)}`];
  const children = node.of ?? [];
  const decisive = children.filter((child) => child.decisive);
  const shown = (decisive.length > 0 ? decisive : children).slice(0, shownOpen);
  const left = children.length - shown.length;
  return [
    `${indent}${node.truth.padEnd(7)} ${node.op}`,
    ...shown.flatMap((child) => nodeLines(child, depth + 1)),
    ...(left > 0 ? [`${indent}  … and ${left} more`] : []),
  ];
}

function leafLine({ leaf }: TraceNode): string {
  if (leaf === undefined) return '';
  const found = leaf.found ?? (leaf.missing === null ? 'nothing' : `not known (${leaf.missing})`);
  const policy = leaf.policy === undefined ? '' : ` (depends on ${leaf.policy})`;
  const wanted = `${leaf.kind}: wanted ${leaf.wanted}, found ${found}${policy}`;
  if (leaf.evidence === null) return wanted;
  const { file, line, text, grade, declared } = leaf.evidence;
  if (declared) {
    return `${wanted} <- declared by ${declared.by} on ${declared.on} until ${declared.until}: ${text}`;
  }
  const quoted = text === '' ? '' : ` "${text.trim()}"`;
  const place = `${file}${line === null ? '' : `, line ${line}`}`;
  return `${wanted} <- ${place}${grade === undefined ? '' : `, grade ${grade}`}${quoted}`;
}
