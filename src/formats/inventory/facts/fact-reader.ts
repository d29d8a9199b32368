import * as v from 'valibot';
import { osFactNames } from '../../../domain/index.ts';
import type { FactKind, FactValue, OsFactName } from '../../../domain/index.ts';
import { factsLimits } from './limits.ts';
import { osAnswers } from './machine-block.ts';
import type { Answer } from './machine-block.ts';
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
type FactSchema = v.GenericSchema<unknown, ParsedFact>;

function schemaOf(kind: FactKind, value: v.GenericSchema): FactSchema {
  return v.strictObject({
    kind: v.literal(kind),
    ...(factArguments[kind] as v.ObjectEntries),
    result: v.variant('state', [
      v.strictObject({ state: v.literal('known'), value }),
      v.strictObject({ state: v.literal('absent') }),
      v.strictObject({ state: v.literal('unavailable'), reason }),
    ]),
  }) as unknown as FactSchema;
}

const schemas = new Map<string, FactSchema>(
  factKinds.map((kind) => [kind, schemaOf(kind, factValues[kind])]),
);
const osSchemas = new Map<string, FactSchema>(
  osFactNames.map((name) => [name, schemaOf('os', osValues[name])]),
);

/** Reads one member of `facts`. What it does not know it names; it never guesses. */
export function readFact(record: unknown): ReadFact {
  const { kind, name } = (record ?? {}) as { readonly kind?: unknown; readonly name?: unknown };
  if (typeof kind !== 'string') return fault('kind', 'text', typeof kind);
  const schema = kind === 'os' && typeof name === 'string' ? osSchemas.get(name) : schemas.get(kind);
  if (!schema) return { unknown: kind === 'os' ? `os ${String(name)}` : kind };
  const parsed = v.safeParse(schema, record, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return fault(v.getDotPath(issue) ?? '', issue.expected ?? 'another form', issue.received);
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
  return { answers: [{ subject, ...result }] };
}

function fault(field: string, expected: string, found: string): ReadFact {
  return { fault: { field, expected: expected.slice(0, 80), found: found.slice(0, 80) } };
}
