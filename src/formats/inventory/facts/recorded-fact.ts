import * as v from 'valibot';
import { osFactNames } from '../../../domain/index.ts';
import type { FactKind } from '../../../domain/index.ts';
import { factArguments } from './subjects.ts';
import { factKinds, factValues } from './values.ts';

const registry = { view: v.picklist(['native', 'wow32']), key: v.string() };

function subjectEntries(kind: FactKind): v.ObjectEntries {
  if (kind === 'reg_key' || kind === 'reg_subkeys') return registry;
  if (kind === 'reg_value') return { ...registry, value: v.string() };
  return kind === 'os' ? { name: v.picklist(osFactNames) } : factArguments[kind];
}

const line = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));

const schemas = new Map<string, v.GenericSchema>(
  factKinds.map((kind) => {
    const common = {
      subject: v.strictObject({ kind: v.literal(kind), ...subjectEntries(kind) }),
      file: v.string(),
      line,
    };
    const forms = [
      v.strictObject({ ...common, state: v.literal('known'), value: v.nonOptional(factValues[kind]) }),
      v.strictObject({ ...common, state: v.literal('absent') }),
      v.strictObject({ ...common, state: v.literal('unavailable'), reason: v.string() }),
    ] as const;
    return [kind, v.variant('state', forms)];
  }),
);

/** Whether plain data is a recorded fact as the program keeps it (workspace file). */
export function isRecordedFact(input: unknown): boolean {
  const kind = (input as { readonly subject?: { readonly kind?: unknown } } | null)?.subject?.kind;
  const schema = typeof kind === 'string' ? schemas.get(kind) : undefined;
  return schema !== undefined && v.is(schema, input);
}
