/** Explanations in the shape that rules of third-party catalogs give: wide, deep, with hostile texts where asked. */
import type { Explanation, TraceNode, Truth } from '../../src/domain/index.ts';
import { sha } from './fake-data.ts';

export interface LeafTexts {
  readonly wanted?: string;
  readonly found?: string | null;
  readonly text?: string;
}

export function regLeaf(number: number, truth: Truth, decisive: boolean, texts: LeafTexts = {}): TraceNode {
  const unknown = truth === 'unknown';
  return {
    op: 'leaf',
    truth,
    decisive,
    leaf: {
      kind: 'reg-dword',
      wanted: texts.wanted ?? `HKLM\\SOFTWARE\\Acme\\Level${number} >= 5`,
      found: unknown ? null : (texts.found ?? '4'),
      evidence: unknown
        ? null
        : { file: 'facts.json', sha256: sha(number), line: number, text: texts.text ?? 'record' },
      missing: unknown ? 'not-collected' : null,
    },
  };
}

/** An Or of `count` comparisons of which one holds. */
export function wideOr(count: number, holds: number): TraceNode {
  const of = Array.from({ length: count }, (_, i) => regLeaf(i, i === holds ? 'true' : 'false', i === holds));
  return { op: 'or', truth: 'true', decisive: true, of };
}

/** `depth` nested Ands around one node. */
export function nested(depth: number, inner: TraceNode): TraceNode {
  let node = inner;
  for (let i = 0; i < depth; i++)
    node = { op: 'and', truth: inner.truth, decisive: inner.decisive, of: [node] };
  return node;
}

/** A rule of a package that is Required because `when` holds; two steps before it did not apply. */
export function packageExplanation(when: TraceNode, changes: Partial<Explanation> = {}): Explanation {
  return {
    row: {
      machine: 'pc-1',
      update: 'sdp:hp/sp90131',
      state: 'Required',
      reason: 'rules-installable',
      grade: 'measured',
      possible: [],
      blockers: [],
      by: null,
      marks: [],
      supersededBy: null,
    },
    machineName: 'PC-1',
    kb: null,
    label: 'sp90131',
    first: null,
    parts: [
      {
        subject: '',
        state: 'Required',
        reason: 'rules-installable',
        decisive: true,
        clauses: [
          clause('package-expired', 'NotRequired', regLeaf(900, 'false', true), false),
          clause('rules-installed', 'Installed', regLeaf(901, 'false', true), false),
          { ...clause('rules-installable', 'Required', when, true), truth: when.truth },
        ],
      },
    ],
    catalogs: [{ edition: 'hp@2026-05-12T07:00:00Z', file: 'hp.cab', sha256: sha(7) }],
    ...changes,
  };
}

function clause(
  reason: 'package-expired' | 'rules-installed' | 'rules-installable',
  state: 'NotRequired' | 'Installed' | 'Required',
  when: TraceNode,
  fired: boolean,
) {
  return { source: 'sdp 3.2', state, reason, truth: when.truth, fired, when };
}
