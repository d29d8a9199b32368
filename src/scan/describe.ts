/**
 * Words for states: reason, grade, what is missing, marks, supersedence. The same for every engine:
 * the engine gives the state, the reference evaluator the words, and a difference is a bug.
 */
import { editionOf, guidOfMuUpdate, patchStates, signatureSummary, sourceOfId } from '../domain/index.ts';
import type {
  CatalogDocument,
  Explanation,
  Machine,
  SignatureSummary,
  StateCode,
  StateMark,
  StateRow,
  Update,
} from '../domain/index.ts';
import type { UpdateOutcome } from './evaluate.ts';
import type { FindRelated } from './microsoft-update/index.ts';
import type { MsrcCompilation } from './msrc/index.ts';
import { exceptionMarks, isOtherTrack, supportMarks } from './msrc/marks.ts';
import type { Pair } from './msrc/pairs.ts';
import { defaultPolicy } from './policy.ts';
import { replacingUpdates, successorsOf } from './supersedence-marks.ts';
import type { AboveOf } from './supersedence-marks.ts';
import { traceClause, tracePart } from './trace.ts';
import { decideUpdate, truthMemory } from './truth-memory.ts';

/** What describing needs of a compilation: all sources' rules, and the relations of the KB-style one. */
export type Described = Pick<MsrcCompilation, 'catalog' | 'updates' | 'context' | 'superseding'> & {
  /** Documents of every source; left out, those of the KB-style source. */
  readonly documents?: readonly CatalogDocument[];
  /** What stands behind updates of the Microsoft Update catalog. */
  readonly related?: FindRelated;
};

export interface DescribeOptions {
  readonly track: 'rollup' | 'security-only';
}

export interface MachineDescriber {
  /** @param update index into the catalog's updates */
  row(update: number): StateRow;
  explain(update: number): Explanation;
}

/**
 * @param codes state codes of this machine, in the order of `compilation.catalog.updates`
 * @throws if the reference evaluator comes to another state than the engine
 */
export function describeMachine(
  compilation: Described,
  machine: Machine,
  codes: ArrayLike<number>,
  options: DescribeOptions = { track: 'rollup' },
): MachineDescriber {
  const { catalog, context, superseding } = compilation;
  const products = superseding.productsOf(machine);
  const required = new Set<string>();
  const installed = new Set<string>();
  const aboveOf = aboveIn(compilation.updates);
  const stateOf = {
    isRequired: (id: string) => required.has(id),
    isInstalled: (id: string) => installed.has(id),
  };
  const requiredKbs = new Map<number, string>();
  catalog.updates.forEach(({ update }, i) => {
    const state = patchStates[codes[i] as StateCode];
    if (state === 'Installed') installed.add(update);
    if (state !== 'Required') return;
    required.add(update);
    const kb = kbOf(update);
    if (kb !== null) requiredKbs.set(kb, update);
  });

  const memory = truthMemory();
  const decideAt = (index: number): UpdateOutcome => {
    const rules = catalog.updates[index];
    if (rules === undefined) throw new RangeError(`no update with index ${String(index)}`);
    const decided = decideUpdate(rules, machine, defaultPolicy, memory);
    const given = patchStates[codes[index] as StateCode];
    if (decided.outcome.state !== given) {
      throw new Error(
        `engines differ for ${rules.update} on ${machine.id}: ${String(given)}, reference ${decided.outcome.state}`,
      );
    }
    return decided;
  };

  /** Newest Required update above this one on this machine, or null. */
  const supersededBy = (kb: number): string | null => {
    const above = superseding.above(kb, products).filter((other) => requiredKbs.has(other));
    const inner = new Set(above);
    const newest = above
      .filter((other) => !superseding.above(other, products).some((higher) => inner.has(higher)))
      .sort((a, b) => b - a)[0];
    return requiredKbs.get(newest ?? Math.max(...above, 0)) ?? null;
  };

  const rowOf = (index: number, decided: UpdateOutcome): StateRow => {
    const update = catalog.updates[index]?.update ?? '';
    const { outcome } = decided;
    const kb = kbOf(update);
    const isRequired = outcome.state === 'Required';
    const successors = isRequired && kb === null ? successorsOf(update, aboveOf, stateOf) : null;
    const newer = successors?.required ?? (isRequired && kb !== null ? supersededBy(kb) : null);
    const marks = new Set<StateMark>(exceptionMarks(machine, outcome.state));
    const names = new Set<string>();
    if (newer !== null) marks.add('superseded');
    if (successors?.installed === true) marks.add('successor-installed');
    if (catalog.updates[index]?.withdrawn && outcome.state !== 'NotRequired') marks.add('withdrawn');
    if (outcome.state === 'Required' && kb !== null) {
      for (const pair of pairsAt(context.pairs, kb, decided)) {
        names.add(pair.product.name);
        for (const mark of supportMarks(pair, machine)) marks.add(mark);
        if (isOtherTrack(pair, options.track, context)) marks.add('alternative-track');
      }
    }
    const { state, reason, grade, possible, blockers, moreBlockers, by, byUpdate, original } = outcome;
    return {
      machine: machine.id,
      update,
      state,
      reason,
      grade,
      possible,
      blockers,
      ...(moreBlockers === undefined ? {} : { moreBlockers }),
      by,
      ...(byUpdate === undefined ? {} : { byUpdate }),
      ...(original === undefined ? {} : { original }),
      marks: [...marks].sort(),
      ...(names.size > 0 ? { products: [...names].sort() } : {}),
      supersededBy: newer,
    };
  };

  return {
    row: (index) => rowOf(index, decideAt(index)),
    explain(index) {
      const decided = decideAt(index);
      const rules = catalog.updates[index];
      const documents = compilation.updates[index]?.documents ?? [];
      const row = rowOf(index, decided);
      return {
        row: withoutProducts(row),
        machineName: machine.name,
        kb: compilation.updates[index]?.kb ?? null,
        ...labelOf(compilation.updates[index]),
        ...byNameOf(row, compilation),
        first: rules?.first ? traceClause(rules.first, machine, decided.part < 0) : null,
        parts: decided.parts.map((outcome, i) =>
          tracePart(rules?.parts[i] ?? { subject: '', clauses: [] }, outcome, i === decided.part, machine),
        ),
        catalogs: (compilation.documents ?? context.documents)
          .filter(({ id, source }) => documents.includes(id) && source === sourceOfId(rules?.update ?? ''))
          .map((document) => ({
            edition: editionOf(document),
            file: document.file,
            sha256: document.sha256,
            ...signatureOf(document),
          })),
      };
    },
  };
}

/** What is known of the signature of a cabinet. */
function signatureOf({ signature }: CatalogDocument): { readonly signature?: SignatureSummary } {
  const summary = signatureSummary(signature);
  return summary === null ? {} : { signature: summary };
}

function withoutProducts({ products: _products, ...row }: StateRow): StateRow {
  return row;
}

const aboveByUpdates = new WeakMap<readonly Update[], AboveOf>();
/** Walked once for all machines of a compilation. */
function aboveIn(updates: readonly Update[]): AboveOf {
  const known = aboveByUpdates.get(updates);
  if (known !== undefined) return known;
  const made = replacingUpdates(updates);
  aboveByUpdates.set(updates, made);
  return made;
}

/** Short name of an update that has no KB, and its revision. */
function labelOf(update: Update | undefined): { readonly label?: string; readonly revision?: number } {
  return {
    ...(update?.label === undefined ? {} : { label: update.label }),
    ...(update?.revision === undefined ? {} : { revision: update.revision }),
  };
}

/** Title of the deciding update, which may be a detectoid that no list shows. */
function byNameOf({ byUpdate }: StateRow, { related }: Described): { readonly byName?: string } {
  const guid = byUpdate === undefined ? null : guidOfMuUpdate(byUpdate);
  const title = guid === null ? undefined : related?.(guid)?.revision.title;
  return title === undefined || title === '' ? {} : { byName: title };
}

function kbOf(update: string): number | null {
  const match = /^msrc:KB(\d+)$/.exec(update);
  return match === null ? null : Number(match[1]);
}

/** Pairs of a KB whose part came to the update's own state: `pairs` and parts are in one order. */
function pairsAt(pairs: readonly Pair[], kb: number, decided: UpdateOutcome): readonly Pair[] {
  const start = firstIndexOf(pairs, kb);
  return decided.parts.flatMap((outcome, i) => {
    const pair = pairs[start + i];
    return pair !== undefined && outcome.state === decided.outcome.state ? [pair] : [];
  });
}

/** First pair of a KB in the list sorted by KB. */
function firstIndexOf(pairs: readonly Pair[], kb: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[middle]?.kb ?? Infinity) < kb) low = middle + 1;
    else high = middle;
  }
  return low;
}
