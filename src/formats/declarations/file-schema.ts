import * as v from 'valibot';

export const formatName = 'patchferry-declarations/1';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const machines = v.union([
  v.literal('all'),
  v.pipe(v.array(text), v.minLength(1)),
  v.strictObject({
    name: v.exactOptional(text),
    role: v.exactOptional(v.picklist(['client', 'server'])),
    os: v.exactOptional(text),
  }),
]);

/** One declaration as the file has it; what its values may be is asked by the domain. */
const declaration = v.strictObject({
  products: v.exactOptional(v.array(v.string())),
  family: v.exactOptional(text),
  says: v.picklist(['absent', 'present']),
  version: v.exactOptional(v.string()),
  machines,
  by: text,
  on: v.string(),
  until: v.string(),
  reason: v.string(),
});

export const fileSchema = v.strictObject({
  format: v.literal(formatName),
  declarations: v.array(declaration),
});
export type WrittenDeclaration = v.InferOutput<typeof declaration>;
