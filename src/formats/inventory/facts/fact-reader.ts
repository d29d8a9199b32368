import * as v from 'valibot';
import { osFactNames } from '../../../domain/index.ts';
import type { FactKind, FactValue, OsFactName } from '../../../domain/index.ts';
import type { Answer } from '../collected-facts.ts';
import { expectedWords, foundWords } from './expected-words.ts';
import { factsLimits } from './limits.ts';
import { osAnswers } from './machine-block.ts';
import { osValues } from './os-values.ts';
import { factArguments, subjectOf } from './subjects.ts';
import { factKinds, factValues } from './values.ts';

/** Of one record: its answers, or what is not known to this version, or a fault of a named field. */
export type ReadFact =
  { readonly answers: readonly Answer[] } | { readonly unknown: string } | { readonly fault: FieldFault };

export interface FieldFault {
  /** `result.value.version`. */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

const reason = v.pipe(v.string(), v.minLength(1), v.maxLength(factsLimits.maxName));

type ParsedResult =
  | { readonly state: 'known'; readonly value: FactValue }
  | { readonly state: 'absent' }
  | { readonly state: 'unavailable'; readonly reason: string };
type ParsedFact = { readonly kind: FactKind; readonly result: ParsedResult } & Readonly<
  Record<string, unknown>
>;
type FactSchema = v.SafeParser<v.GenericSchema<unknown, ParsedFact>, { readonly abortEarly: true }>;

/** Schemas of one kind by state: looked up, not tried in turn, because a file has thousands of facts. */
interface KindSchemas {
  readonly of: ReadonlyMap<unknown, FactSchema>;
  /** For a record whose state is none. */
  readonly other: FactSchema;
}

function schemaOf(kind: FactKind, value: v.GenericSchema): KindSchemas {
  const states = ['known', 'absent', 'unavailable'] as const;
  const forms = {
    known: v.strictObject({ state: v.literal('known'), value }),
    absent: v.strictObject({ state: v.literal('absent') }),
    unavailable: v.strictObject({ state: v.literal('unavailable'), reason }),
  };
  const fact = (result: v.GenericSchema): FactSchema =>
    v.safeParser(
      v.strictObject({
        kind: v.literal(kind),
        ...(factArguments[kind] as v.ObjectEntries),
        result,
      }) as unknown as v.GenericSchema<unknown, ParsedFact>,
      { abortEarly: true },
    );
  return {
    of: new Map(states.map((state) => [state, fact(forms[state])])),
    other: fact(v.object({ state: v.picklist(states) })),
  };
}

const schemas = new Map<string, KindSchemas>(
  factKinds.map((kind) => [kind, schemaOf(kind, factValues[kind])]),
);
const osSchemas = new Map<string, KindSchemas>(
  osFactNames.map((name) => [name, schemaOf('os', osValues[name])]),
);

/** Reads one member of `facts`. What it does not know it names; it never guesses. */
export function readFact(record: unknown): ReadFact {
  const { kind, name, result } = (record ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof kind !== 'string') return fault('kind', 'text', typeof kind);
  const forms = kind === 'os' && typeof name === 'string' ? osSchemas.get(name) : schemas.get(kind);
  if (!forms) return { unknown: kind === 'os' ? `os ${String(name)}` : kind };
  const state = (result as { readonly state?: unknown } | null | undefined)?.state;
  const parsed = (forms.of.get(state) ?? forms.other)(record);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return fault(v.getDotPath(issue) ?? '', expectedWords(issue), foundWords(issue));
  }
  return answersOf(parsed.output);
}

function answersOf(fact: ParsedFact): ReadFact {
  const subject = subjectOf(fact);
  if ('fault' in subject) {
    const { hive, key, subkey } = fact;
    if (subject.fault === 'hive')
      return { unknown: `${fact.kind} ${String(hive ?? key ?? subkey).slice(0, 40)}` };
    return fault('key', 'key or subkey', 'both or none');
  }
  const { result } = fact;
  if (subject.kind === 'os' && result.state === 'known') {
    return { answers: osAnswers(subject.name as OsFactName, result.value) };
  }
  if (result.state === 'known') return { answers: [{ subject, state: 'known', value: result.value }] };
  if (result.state === 'absent') return { answers: [{ subject, state: 'absent' }] };
  return { answers: [{ subject, state: 'unavailable', reason: result.reason }] };
}

function fault(field: string, expected: string, found: string): ReadFact {
  return { fault: { field, expected: expected.slice(0, 80), found: found.slice(0, 80) } };
}
