import { missingGroup, patchStates, readPlanes } from '../domain/index.ts';
import type { Authorization, Machine, StateCode, StatePlanes, Update } from '../domain/index.ts';
import type { MissingFact, NextStep, WaitingRow } from './engine.ts';

export interface Situation {
  /** Brought files without an answer. */
  readonly waiting: readonly Pick<WaitingRow, 'kind'>[];
  readonly updates: readonly Update[];
  readonly machines: readonly Machine[];
  /** Null until there is a scan of the present catalogs and machines. */
  readonly states: StatePlanes | null;
  readonly authorizations: readonly Authorization[];
  readonly voided: readonly string[];
  readonly missingFacts: readonly MissingFact[];
  /** A bundle was written that carries all that is authorized and required. */
  readonly bundled: boolean;
  /** Missing months of the catalogs, and Unknown states that wait for some of them. */
  readonly missingMonths: { readonly months: number; readonly states: number };
  readonly lastExportAt: number | null;
  readonly changesSinceExport: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A copy outside the browser should not be older (ux, section 2, what is next). */
const exportEveryMs = 7 * 24 * 60 * 60 * 1000;

const requiredCode = patchStates.indexOf('Required') as StateCode;

/** Updates that some machine requires. */
function requiredUpdates(states: StatePlanes | null): ReadonlySet<string> {
  if (!states) return new Set();
  const reader = readPlanes(states);
  const plane = new Uint32Array(reader.present.length);
  const required = (index: number) => reader.having(index, requiredCode, plane).some((word) => word !== 0);
  return new Set(states.updates.filter((_update, index) => required(index)));
}

/** A deferral holds to the end of its day, UTC; without a day it holds until it is withdrawn. */
function holds(authorization: Authorization, now: number): boolean {
  const { verdict, until } = authorization;
  return verdict !== 'deferred' || until === null || until >= new Date(now).toISOString().slice(0, 10);
}

/**
 * What to do next, most urgent first (ux, section 2, "What is next" rules), for what this version can
 * do. Never empty: where all is done, next month's catalog comes.
 */
export function nextSteps(situation: Situation): readonly NextStep[] {
  const { updates, machines, states, authorizations, voided, missingFacts, now } = situation;
  const steps: NextStep[] = [];
  const names = situation.waiting.filter(({ kind }) => kind === 'name').length;
  const signatures = situation.waiting.filter(({ kind }) => kind === 'signature').length;
  const editions = situation.waiting.length - names - signatures;
  if (situation.waiting.length > 0) steps.push({ kind: 'waiting', names, editions, signatures });
  if (!updates.length) steps.push({ kind: 'bring-catalog' });
  if (!machines.length) steps.push({ kind: 'bring-inventories' });
  if (updates.length && machines.length && !states) steps.push({ kind: 'scan', machines: machines.length });
  if (voided.length) steps.push({ kind: 'voided', updates: voided.length });

  const required = requiredUpdates(states);
  const voidIds = new Set(voided);
  const standing = authorizations.filter(
    (authorization) => !voidIds.has(authorization.update) && holds(authorization, now),
  );
  const decided = new Set(standing.map((authorization) => authorization.update));
  const review = [...required].filter((update) => !decided.has(update) && !voidIds.has(update));
  if (review.length) steps.push({ kind: 'review', updates: review.length });
  const authorized = standing.filter(
    ({ verdict, update }) => verdict === 'authorized' && required.has(update),
  );
  if (authorized.length && !situation.bundled)
    steps.push({ kind: 'build-bundle', updates: authorized.length });

  if (missingFacts.length) {
    const of = (group: string) => missingFacts.filter((fact) => missingGroup(fact.kind) === group);
    const windows = of('windows');
    const states = windows.reduce((sum, fact) => sum + fact.states, 0);
    const [rules, products] = [of('rules').length, of('products').length];
    steps.push({ kind: 'missing-facts', facts: windows.length, states, rules, products });
  }
  const { lastExportAt, changesSinceExport, missingMonths } = situation;
  if (missingMonths.months > 0) steps.push({ kind: 'missing-months', ...missingMonths });
  if (changesSinceExport > 0 && (lastExportAt === null || now - lastExportAt > exportEveryMs)) {
    steps.push({ kind: 'export-workspace', lastExportAt });
  }
  return steps.length ? steps : [{ kind: 'bring-catalog' }];
}
