import * as v from 'valibot';
import type { MssecureDocument } from '../../domain/index.ts';
import { headEntries, texts } from './document-parts.ts';
import { count } from './schema-parts.ts';

const text = v.string();
const pair = v.strictObject({ id: text, text });

const patch = v.strictObject({
  ordinal: count,
  name: text,
  location: text,
  supersededBy: text,
  qNumber: text,
  noReboot: v.boolean(),
  severity: text,
  cves: texts,
  affected: v.array(v.strictObject({ product: text, fixedIn: text, servicePacks: texts })),
  files: texts,
  registry: texts,
  comments: texts,
  note: text,
});

const bulletin = v.strictObject({
  id: text,
  title: text,
  summary: text,
  issue: text,
  posted: text,
  revised: text,
  supported: v.boolean(),
  location: text,
  faqLocation: text,
  faqPage: text,
  qNumbers: v.array(v.strictObject({ number: text, label: text })),
  comments: texts,
  patches: v.array(patch),
});

const present: v.GenericSchema<unknown, MssecureDocument> = v.strictObject({
  source: v.literal('mssecure'),
  ...headEntries,
  schemaVersion: text,
  lastSchemaUpdate: text,
  toolVersion: text,
  revisionHistory: text,
  language: text,
  xmlSha256: text,
  container: v.picklist(['none', 'cabinet']),
  bulletins: v.array(bulletin),
  products: v.array(
    v.strictObject({
      id: text,
      name: text,
      minimumServicePack: text,
      currentServicePack: text,
      currentVersion: text,
      families: texts,
      servicePacks: texts,
    }),
  ),
  families: v.array(v.strictObject({ id: text, name: text })),
  servicePacks: v.array(v.strictObject({ id: text, name: text, url: text, released: text })),
  registryChanges: v.array(
    v.strictObject({ id: text, location: text, name: text, type: text, value: text, command: text }),
  ),
  fileChanges: v.array(
    v.strictObject({
      id: text,
      file: text,
      folder: text,
      version: text,
      checksum: text,
      command: text,
      date: text,
    }),
  ),
  supersededBys: v.array(
    v.strictObject({
      id: text,
      description: text,
      targets: v.array(v.strictObject({ bulletin: text, patch: text })),
    }),
  ),
  locations: v.array(pair),
  comments: v.array(pair),
  counts: v.strictObject({
    bulletins: count,
    patches: count,
    products: count,
    files: count,
    registryValues: count,
  }),
});

/** Files of version 1 say with one word whether the cabinet had a signature, which nobody had checked. */
function withoutSignatureWord(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('signature' in document)) return document;
  const { signature, ...rest } = document;
  return signature === 'present' || signature === 'absent' ? rest : document;
}

/** An MSSecure.XML as it stands in a workspace file. */
export const mssecureSchema: v.GenericSchema<unknown, MssecureDocument> = v.pipe(
  v.unknown(),
  v.transform(withoutSignatureWord),
  present,
);
