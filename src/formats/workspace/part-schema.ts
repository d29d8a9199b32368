/** Records of large catalogs: tables and rows as the store keeps them (store/large), one record a line. */
import * as v from 'valibot';
import { detailSchema } from './microsoft-update-schema.ts';
import { count } from './schema-parts.ts';

const text = v.string();
const numbers = v.array(count);
const orNone = v.pipe(v.number(), v.integer(), v.minValue(-1));

const leaf = v.looseObject({ kind: text });
const ruleRow = v.union([
  v.strictTuple([v.picklist(['true', 'false'])]),
  v.strictTuple([v.picklist(['not', 'proven']), count]),
  v.tupleWithRest([v.picklist(['and', 'or'])], count),
  v.strictTuple([v.literal('leaf'), leaf]),
  v.strictTuple([v.literal('loop'), leaf, count]),
]);

const revisionRow = v.strictObject({
  id: count,
  revision: count,
  revisionId: count,
  kinds: v.strictTuple([count, count, orNone]),
  deployable: v.boolean(),
  created: text,
  language: count,
  prerequisites: v.array(numbers),
  supersedes: numbers,
  supersededBy: numbers,
  bundled: v.array(numbers),
  categories: v.strictTuple([numbers, numbers, numbers, numbers]),
  rules: v.nullable(v.strictTuple([orNone, orNone, orNone])),
  title: text,
  kb: text,
  bulletin: text,
  cves: v.array(text),
  words: v.strictTuple([orNone, orNone, orNone, orNone]),
  uninstallable: v.boolean(),
  size: v.nullable(count),
  eulaId: text,
  hash: text,
});

/** A record of the edition named by its key; numbers are those of the records before it. */
export const partSchema = v.variant('kind', [
  v.strictObject({ edition: text, kind: v.literal('ids'), rows: v.array(text) }),
  v.strictObject({ edition: text, kind: v.literal('rules'), rows: v.array(ruleRow) }),
  v.strictObject({ edition: text, kind: v.literal('revisions'), rows: v.array(revisionRow) }),
  v.strictObject({ edition: text, kind: v.literal('details'), rows: v.array(detailSchema) }),
]);

export type WorkspacePart = v.InferOutput<typeof partSchema>;
