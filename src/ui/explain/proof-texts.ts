import type {
  ClauseTrace,
  Explanation,
  ProofLabel,
  ProofTexts,
  SignatureSummary,
  TraceNode,
} from '../../domain/index.ts';
import { signatureText, signatureTitle } from '../parts/signature-text.ts';
import { factLine } from '../words/fact-text.ts';
import type { Words } from '../words/index.ts';
import { numbersText, sentenceOf, updateName } from './sentence.ts';
import { changeFacts, changeSentence } from './would-change.ts';

/** The words that a printed proof needs, in the language of the page. */
export function proofTexts(explanation: Explanation, words: Words): ProofTexts {
  const { row } = explanation;
  const { explain, proof, states } = words;
  return {
    language: words.language,
    title: proof.paper.title(updateName(explanation), explanation.machineName),
    sentence: sentenceOf(explanation, words),
    change: {
      title: explain.change.title,
      sentence: changeSentence(explanation, words),
      facts: changeFacts(explanation, words),
    },
    missing: {
      title: proof.missingFacts,
      facts: row.blockers.map(({ kind, subject }) => {
        const what = kind === 'fact' ? factLine(subject, words.facts) : subject;
        return `${states.blocker[kind]}${what ? `: ${what}` : ''}. ${states.settle[kind]}`;
      }),
    },
    labels: labelsOf(words),
    state: states.state,
    grade: states.grade,
    truth: states.truth,
    reason: states.reason,
    leaf: explain.leaf,
    op: { and: explain.all, or: explain.any, not: explain.not, proven: explain.proven, true: explain.always, false: explain.never },
    found: { ...states.blocker, ...states.unavailable, absent: explain.notThere, present: proof.present, 'empty list': explain.emptyList, 'declared absent': explain.declaredAbsent, 'declared present': explain.declaredThere },
    fact: factNames(explanation, words),
    policy: proof.policy,
    evidenceGrade: proof.evidenceGrade,
    signatures: Object.fromEntries(explanation.catalogs.map(({ sha256, signature }) => [sha256, signatureLine(signature, words)])),
    remarks: [
      ...(row.original === undefined ? [] : [proof.original(row.original)]),
      ...[numbersText(explanation, words)].filter(Boolean),
      ...row.marks.map((mark) => states.markMeaning[mark]),
    ],
  }; // prettier-ignore
}

/** Standing, and what stands behind it. */
function signatureLine(signature: SignatureSummary | undefined, words: Words): string {
  const standing = signatureText(signature, words);
  return signature ? `${standing} (${signatureTitle(signature, words)})` : standing;
}

function labelsOf({ common, explain, proof }: Words): Readonly<Record<ProofLabel, string>> {
  return {
    machine: proof.paper.machine,
    update: proof.update,
    state: proof.paper.state,
    reason: proof.paper.reason,
    grade: proof.grade,
    site: proof.paper.site,
    made: proof.paper.made,
    by: proof.paper.by,
    proof: proof.tree,
    decides: explain.decisive,
    fired: explain.fired,
    notFired: explain.notFired,
    open: explain.openQuestion,
    wanted: explain.wanted,
    found: explain.found,
    missing: explain.missing,
    line: proof.paper.line,
    typed: explain.typed,
    declared: explain.declared,
    nothing: explain.notFound,
    part: proof.paper.part,
    others: proof.paper.others,
    rule: proof.rule,
    subkey: proof.paper.subkey,
    unlisted: proof.noEvidence,
    content: proof.revision,
    catalogs: explain.catalogs,
    unsigned: common.unsigned,
    data: proof.paper.data,
    practice: proof.paper.practice,
  };
}

/** Words for every missing fact that a leaf names. */
function factNames({ first, parts }: Explanation, words: Words): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  const visit = (node: TraceNode): void => {
    for (const key of node.leaf?.missingFacts ?? []) names[key] = factLine(key, words.facts);
    node.of?.forEach(visit);
  };
  const clauses: readonly ClauseTrace[] = [
    ...(first ? [first] : []),
    ...parts.flatMap((part) => part.clauses),
  ];
  for (const clause of clauses) visit(clause.when);
  return names;
}
