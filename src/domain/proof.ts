/** A proof as it leaves the program: one state with everything that shows it. */
import type { Explanation } from './scan-result.ts';

export interface Proof {
  readonly format: 'patchferry-proof/1';
  /** Name and version of the program that wrote it. */
  readonly software: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly site: string;
  readonly operator: string;
  /** Invented practice data. */
  readonly practice: boolean;
  readonly machine: { readonly id: string; readonly name: string };
  readonly update: {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly contentHash: string;
  };
  readonly explanation: Explanation;
}

/**
 * Words of a printed proof, in the language of the page that asks for it: plain data, because it
 * crosses to the worker. Names by key hold what may occur; a key without a name is shown as it is.
 */
export interface ProofTexts {
  /** BCP 47 tag of the language. */
  readonly language: string;
  readonly title: string;
  readonly sentence: string;
  /** What would change the answer: a sentence, then one line each. */
  readonly change: { readonly title: string; readonly sentence: string; readonly facts: readonly string[] };
  readonly missing: { readonly title: string; readonly facts: readonly string[] };
  readonly labels: Readonly<Record<ProofLabel, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly grade: Readonly<Record<string, string>>;
  readonly truth: Readonly<Record<string, string>>;
  readonly reason: Readonly<Record<string, string>>;
  readonly leaf: Readonly<Record<string, string>>;
  /** `and`, `or`, `not`, `proven`, `true`, `false`. */
  readonly op: Readonly<Record<string, string>>;
  /** Reasons why there is no answer, and the words for `absent`, `empty list` and nothing found. */
  readonly found: Readonly<Record<string, string>>;
  /** Missing facts by their keys. */
  readonly fact: Readonly<Record<string, string>>;
  readonly policy: Readonly<Record<string, string>>;
  /** By grade of evidence, `B` and weaker. */
  readonly evidenceGrade: Readonly<Record<string, string>>;
  /** What is said of the signature of a catalog, by the SHA-256 of its file. */
  readonly signatures: Readonly<Record<string, string>>;
  readonly remarks: readonly string[];
}

export type ProofLabel =
  | 'machine' | 'update' | 'state' | 'reason' | 'grade' | 'site' | 'made' | 'by' | 'proof' | 'decides' | 'fired'
  | 'notFired' | 'open' | 'wanted' | 'found' | 'missing' | 'line' | 'typed' | 'declared' | 'nothing' | 'part' | 'others'
  | 'rule' | 'subkey' | 'unlisted' | 'content' | 'catalogs' | 'unsigned' | 'data' | 'practice'; // prettier-ignore
