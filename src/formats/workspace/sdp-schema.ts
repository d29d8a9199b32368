import * as v from 'valibot';
import { sdpRoots } from '../../domain/index.ts';
import type { SdpDocument, SdpHandler, SdpPackage, SdpResult } from '../../domain/index.ts';
import { headEntries, texts } from './document-parts.ts';
import { rule } from './rule-schema.ts';
import { allOf, count } from './schema-parts.ts';

const text = v.string();
const section = v.nullable(rule);
const result = allOf<SdpResult>({ Failed: true, Succeeded: true, Cancelled: true });

const installProperties = v.nullable(
  v.strictObject({
    canRequestUserInput: v.boolean(),
    requiresNetworkConnectivity: v.boolean(),
    impact: v.picklist(['Normal', 'Minor', 'RequiresExclusiveHandling']),
    rebootBehavior: v.picklist(['NeverReboots', 'AlwaysRequiresReboot', 'CanRequestReboot']),
  }),
);

const handler: v.GenericSchema<unknown, SdpHandler> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('command-line'),
    program: text,
    arguments: text,
    defaultResult: result,
    rebootByDefault: v.boolean(),
    returnCodes: v.array(
      v.strictObject({
        code: v.pipe(v.number(), v.integer()),
        result,
        reboot: v.boolean(),
        texts: v.array(v.strictObject({ language: text, description: text })),
      }),
    ),
    repairPaths: texts,
  }),
  v.strictObject({
    kind: v.literal('msi'),
    file: text,
    productCode: text,
    commandLine: text,
    uninstallCommandLine: text,
  }),
  v.strictObject({
    kind: v.literal('msp'),
    file: text,
    patchCode: text,
    fullFilePatchCode: text,
    commandLine: text,
    uninstallCommandLine: text,
  }),
  v.strictObject({ kind: v.literal('other'), name: text }),
]);

const item = v.strictObject({
  id: text,
  rules: v.strictObject({ isInstalled: section, isSuperseded: section, isInstallable: section }),
  install: installProperties,
  uninstall: installProperties,
  handler: v.nullable(handler),
  file: v.nullable(
    v.strictObject({
      name: text,
      size: v.nullable(count),
      modified: text,
      url: text,
      sha1: v.nullable(text),
      sha256: v.nullable(text),
    }),
  ),
  languages: texts,
});

const onePackage: v.GenericSchema<unknown, SdpPackage> = v.strictObject({
  id: text,
  vendor: text,
  created: text,
  schemaVersion: text,
  publication: v.picklist(['Published', 'Expired']),
  updateType: v.picklist(['Software', 'Driver', 'Detectoid']),
  canSourceBeRequired: v.boolean(),
  restrictToClientServicingApi: v.boolean(),
  moreInfoUrls: texts,
  supportUrl: text,
  products: texts,
  texts: v.array(v.strictObject({ language: text, title: text, description: text })),
  content: v.picklist(['update', 'application']),
  severity: text,
  classification: text,
  bulletin: text,
  article: text,
  cves: texts,
  isInstallable: section,
  isInstalled: section,
  supersedes: texts,
  prerequisites: v.array(texts),
  bundled: texts,
  items: v.array(item),
});

/** A file of third-party packages as it stands in a workspace file. */
export const sdpSchema: v.GenericSchema<unknown, SdpDocument> = v.strictObject({
  source: v.literal('sdp'),
  ...headEntries,
  root: v.picklist(sdpRoots),
  edition: text,
  vendors: texts,
  packages: v.array(onePackage),
  withdrawn: v.exactOptional(v.array(onePackage)),
  ruleElements: v.record(v.string(), count),
});
