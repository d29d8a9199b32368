import * as v from 'valibot';
import type { CatalogDocument, MsrcDocument, RestartRequired, Severity } from '../../domain/index.ts';
import { headEntries, texts } from './document-parts.ts';
import { microsoftUpdateSchema } from './microsoft-update-schema.ts';
import { mssecureSchema } from './mssecure-schema.ts';
import { allOf, count } from './schema-parts.ts';
import { sdpSchema } from './sdp-schema.ts';

const severity = allOf<Severity>({ Critical: true, Important: true, Moderate: true, Low: true, None: true });
const restart = allOf<RestartRequired>({ yes: true, no: true, maybe: true, unknown: true });

const vulnerability = v.strictObject({
  cve: v.string(),
  title: v.string(),
  severity,
  severityByProduct: v.record(v.string(), severity),
  exploited: v.boolean(),
  disclosed: v.boolean(),
  baseScore: v.nullable(v.number()),
});

const remediation = v.strictObject({
  kb: count,
  productId: v.string(),
  subType: v.string(),
  fixedBuilds: texts,
  supersedes: v.array(count),
  restart,
  cves: texts,
  url: v.exactOptional(v.string()),
});

/** A folded monthly document as it stands in a workspace file. */
const msrcSchema: v.GenericSchema<unknown, MsrcDocument> = v.strictObject({
  source: v.literal('msrc'),
  ...headEntries,
  products: v.array(v.strictObject({ id: v.string(), name: v.string(), family: v.nullable(v.string()) })),
  vulnerabilities: v.array(vulnerability),
  remediations: v.array(remediation),
  clickToRun: v.array(v.strictObject({ productId: v.string(), cves: texts })),
  knownIssues: v.array(v.strictObject({ kb: v.nullable(count), text: v.string(), url: v.string() })),
  counts: v.strictObject({
    vulnerabilities: count,
    vendorFixes: count,
    kbs: count,
    kbProducts: count,
    productElements: count,
    products: count,
  }),
});

/** A catalog document of any source. */
export const documentSchema: v.GenericSchema<unknown, CatalogDocument> = v.union([
  msrcSchema,
  sdpSchema,
  mssecureSchema,
  microsoftUpdateSchema,
]);
