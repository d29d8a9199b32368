import * as v from 'valibot';
import { muFaults } from '../../domain/index.ts';
import type { MuDetail, MuDocument, MuRevision, MuScope } from '../../domain/index.ts';
import { headEntries, texts } from './document-parts.ts';
import { rule } from './rule-schema.ts';
import { count } from './schema-parts.ts';

const text = v.string();
const section = v.nullable(rule);
const chosen = v.nullable(texts);

export const scopeSchema: v.GenericSchema<unknown, MuScope> = v.strictObject({
  products: chosen,
  classifications: chosen,
  languages: texts,
});

const revision: v.GenericSchema<unknown, MuRevision> = v.strictObject({
  updateId: text,
  revision: count,
  revisionId: count,
  type: v.picklist(['Software', 'Driver', 'Category', 'Detectoid']),
  role: v.picklist(['update', 'child', 'evaluated']),
  explicitlyDeployable: v.boolean(),
  created: text,
  defaultLanguage: text,
  prerequisites: v.array(v.strictObject({ anyOf: texts, isCategory: v.boolean() })),
  supersedes: texts,
  supersededBy: texts,
  bundled: v.array(v.array(v.strictObject({ updateId: text, revision: count }))),
  categories: v.strictObject({ companies: texts, families: texts, products: texts, classifications: texts }),
  rules: v.nullable(v.strictObject({ isInstalled: section, isSuperseded: section, isInstallable: section })),
  fault: v.nullable(v.picklist(muFaults)),
  title: text,
  kb: text,
  bulletin: text,
  severity: text,
  cves: texts,
  reboot: v.nullable(v.picklist(['NeverReboots', 'AlwaysRequiresReboot', 'CanRequestReboot'])),
  impact: v.nullable(v.picklist(['Normal', 'Minor', 'RequiresExclusiveHandling'])),
  uninstallable: v.boolean(),
  maxDownloadSize: v.nullable(count),
  handler: text,
  eulaId: text,
  contentHash: text,
});

/** An edition as it stands in a workspace file; revisions of large ones follow in records of their own. */
export const microsoftUpdateSchema: v.GenericSchema<unknown, MuDocument> = v.strictObject({
  source: v.literal('mu'),
  ...headEntries,
  packageId: text,
  form: v.picklist(['wsusscn2', 'update-package', 'documents']),
  scope: scopeSchema,
  counts: v.strictObject({
    revisions: count,
    updates: count,
    parents: count,
    children: count,
    detectoids: count,
    categories: count,
    files: count,
    digests: count,
  }),
  revisions: v.array(revision),
  listed: v.exactOptional(count),
  ruleElements: v.record(text, count),
});

export const detailSchema: v.GenericSchema<unknown, MuDetail> = v.strictObject({
  updateId: text,
  revision: count,
  texts: v.array(
    v.strictObject({
      language: text,
      title: text,
      description: text,
      uninstallNotes: text,
      moreInfoUrls: texts,
      supportUrl: text,
    }),
  ),
  languages: texts,
  files: v.array(
    v.strictObject({
      name: text,
      size: count,
      modified: text,
      sha1: text,
      sha256: v.nullable(text),
      url: text,
      patchingType: text,
    }),
  ),
  handlerData: v.nullable(
    v.strictObject({
      kind: text,
      values: v.record(text, text),
      returnCodes: v.array(
        v.strictObject({
          code: v.pipe(v.number(), v.integer()),
          result: v.picklist(['Failed', 'Succeeded', 'Cancelled']),
          reboot: v.boolean(),
        }),
      ),
    }),
  ),
  canRequestUserInput: v.boolean(),
  requiresNetwork: v.boolean(),
  eulas: v.array(v.strictObject({ name: text, language: text, size: count, sha1: text })),
  supportUrl: text,
  moreInfoUrls: texts,
  ruleSource: text,
});
