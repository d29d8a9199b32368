import type { IHasher } from 'hash-wasm';
import type { MuDetail, MuFault, MuRevision, MuText } from '../../domain/index.ts';
import type { RuleElement, RuleReading } from '../rules/index.ts';
import { contentHash, fragmentHash } from './content-hash.ts';
import { readCore } from './core-fragment.ts';
import type { CoreFragment } from './core-fragment.ts';
import { readEulas } from './eula-fragment.ts';
import type { EulaFile } from './eula-fragment.ts';
import { readExtended } from './extended-fragment.ts';
import type { ExtendedFragment } from './extended-fragment.ts';
import type { FaultList, FragmentFault } from './fault-list.ts';
import type { FragmentPath } from './fragment-path.ts';
import type { FragmentText } from './fragment-text.ts';
import { readFragment } from './fragment-tree.ts';
import { chooseLanguages, readTexts } from './localized-fragment.ts';
import type { MasterRows } from './master-list.ts';
import { joinDetail, joinRevision, samePayload } from './revision.ts';

/** One revision while its fragments come in, in any order. */
export class RevisionDraft {
  readonly #rows: MasterRows;
  readonly #row: number;
  readonly #reading: RuleReading;
  readonly #faults: FaultList;
  readonly #texts: MuText[] = [];
  readonly #eulas: EulaFile[] = [];
  #missing = 0;
  #core: CoreFragment | null = null;
  #extended: ExtendedFragment | null = null;
  #sawExtended = false;
  #fault: MuFault | null = null;
  #ruleSource = '';
  #coreHash = '';
  #extendedHash = '';
  /** Languages of the texts in the order in which they are wanted. */
  languages: readonly string[] = [];

  constructor(rows: MasterRows, row: number, reading: RuleReading, faults: FaultList) {
    this.#rows = rows;
    this.#row = row;
    this.#reading = reading;
    this.#faults = faults;
  }

  get defaultLanguage(): string {
    return this.#rows.defaultLanguage(this.#row);
  }

  /** One more fragment will come. */
  expect(part: FragmentPath['part']): void {
    this.#missing += 1;
    if (part === 'extended') this.#sawExtended = true;
  }

  /** Takes a fragment; true when it was the last one that was expected. */
  add(path: FragmentPath, text: FragmentText, hash: IHasher): boolean {
    this.#missing -= 1;
    if (!text.ok) {
      this.#fail(text.problem === 'too-large' ? tooLarge[path.part] : malformed[path.part], text.problem);
    } else {
      const tree = readFragment(text.text);
      const reason = tree.ok ? this.#take(path, tree.elements, text.text, hash) : tree.reason;
      if (reason !== null) this.#fail(malformed[path.part], reason);
    }
    return this.#missing === 0;
  }

  /**
   * Takes a full update document, which has all parts in one (wsusscn2, section 8), or a core fragment with
   * what stands behind it. Null, or why it is none.
   */
  addDocument(elements: readonly RuleElement[], text: string, hash: IHasher): string | null {
    const problem = this.#takeCore(elements, text, hash);
    if (problem !== null) return problem;
    const texts = readTexts(elements, '');
    const available = texts.map(({ language }) => language);
    const wanted = this.languages;
    this.languages = chooseLanguages(available, wanted, this.defaultLanguage);
    this.#texts.push(...texts.filter(({ language }) => this.languages.includes(language)));
    this.#eulas.push(...readEulas(elements));
    const extended = readExtended(elements);
    if (typeof extended === 'string') return extended;
    this.#extended = extended;
    this.#sawExtended = true;
    return null;
  }

  finish(hash: IHasher): { readonly revision: MuRevision; readonly detail: MuDetail } {
    if (this.#core === null && this.#fault === null) this.#fail('core-missing', '');
    const [rows, row] = [this.#rows, this.#row];
    if (!this.#sawExtended && rows.payload(row).length > 0) this.#fail('extended-missing', '');
    if (this.#extended !== null && !samePayload(rows, row, this.#extended)) {
      this.#faults.payloadDiffers(rows.updateId(row));
    }
    const place = ({ language }: MuText): number => this.languages.indexOf(language);
    const parts = {
      core: this.#core,
      extended: this.#extended,
      texts: this.#texts.sort((a, b) => place(a) - place(b)),
      eulas: this.#eulas,
      ruleSource: this.#ruleSource,
      contentHash: contentHash(hash, this.#coreHash, this.#extendedHash),
      fault: this.#fault,
    };
    return { revision: joinRevision(rows, row, parts), detail: joinDetail(rows, row, parts) };
  }

  /** Null, or why the fragment is not what it should be. */
  #take(path: FragmentPath, elements: readonly RuleElement[], text: string, hash: IHasher): string | null {
    switch (path.part) {
      case 'core':
        return this.#takeCore(elements, text, hash);
      case 'extended': {
        const extended = readExtended(elements);
        if (typeof extended === 'string') return extended;
        this.#extended = extended;
        this.#extendedHash = fragmentHash(hash, elements);
        return null;
      }
      case 'localized': {
        const [first] = readTexts(elements, path.language);
        if (first === undefined) return 'LocalizedProperties missing';
        this.#texts.push(first);
        return null;
      }
      case 'eula':
        this.#eulas.push(...readEulas(elements));
        return null;
    }
  }

  #takeCore(elements: readonly RuleElement[], text: string, hash: IHasher): string | null {
    const core = readCore(elements, this.#reading);
    if (typeof core === 'string') return core;
    const [updateId, revision] = [this.#rows.updateId(this.#row), this.#rows.revision(this.#row)];
    if (core.updateId !== updateId || core.revision !== revision) {
      this.#fail('identity-differs', `${core.updateId}@${String(core.revision)}`);
      return null;
    }
    this.#core = core;
    this.#coreHash = fragmentHash(hash, elements);
    this.#ruleSource = ruleSourceOf(text);
    return null;
  }

  /** The first fault that makes an update undecidable is its fault; all are in the list. */
  #fail(fault: FragmentFault, reason: string): void {
    const [rows, row] = [this.#rows, this.#row];
    this.#faults.add({
      updateId: rows.updateId(row),
      revision: rows.revision(row),
      revisionId: rows.revisionId(row),
      fault,
      reason,
    });
    const isHarmless =
      fault === 'extended-missing' || fault === 'localized-malformed' || fault === 'eula-malformed';
    if (!isHarmless) this.#fault ??= fault;
  }
}

const malformed = {
  core: 'core-malformed',
  extended: 'extended-malformed',
  localized: 'localized-malformed',
  eula: 'eula-malformed',
} as const;

const tooLarge = { ...malformed, core: 'core-too-large', extended: 'extended-too-large' } as const;

/** ApplicabilityRules as written, whatever prefix they have; empty where there are none. */
export function ruleSourceOf(text: string): string {
  const begin = /<(?:[\w.-]+:)?ApplicabilityRules[\s/>]/.exec(text)?.index ?? -1;
  if (begin < 0) return '';
  const last = text.lastIndexOf('ApplicabilityRules');
  const end = text.indexOf('>', last) + 1;
  return end > begin ? text.slice(begin, end) : '';
}
