import * as v from 'valibot';
import type { Declaration, DeclaredMachines, OsRole } from '../../domain/index.ts';
import { allOf } from './schema-parts.ts';

/** Machines of a declaration, in workspace files and in files of declarations. */
export const declaredMachinesSchema: v.GenericSchema<unknown, DeclaredMachines> = v.variant('kind', [
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('chosen'), ids: v.array(v.string()) }),
  v.strictObject({
    kind: v.literal('filter'),
    name: v.string(),
    role: v.nullable(allOf<OsRole>({ client: true, server: true })),
    os: v.string(),
  }),
]);

export const declarationSchema: v.GenericSchema<unknown, Declaration> = v.strictObject({
  id: v.string(),
  products: v.array(v.string()),
  family: v.nullable(v.string()),
  says: allOf<Declaration['says']>({ absent: true, present: true }),
  version: v.nullable(v.string()),
  machines: declaredMachinesSchema,
  reason: v.string(),
  until: v.string(),
  by: v.string(),
  at: v.number(),
  expired: v.boolean(),
});
