import * as v from 'valibot';
import type { FactKind, RegistryType } from '../../../domain/index.ts';
import { factsLimits } from './limits.ts';

/** Value forms of known facts, one a kind (facts file, schema.json). */
const name = v.pipe(v.string(), v.maxLength(factsLimits.maxName));
const text = v.pipe(v.string(), v.maxLength(factsLimits.maxText));
const texts = v.pipe(v.array(text), v.maxLength(factsLimits.maxItems));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const uint32 = v.pipe(whole, v.maxValue(0xffff_ffff));
const int32 = v.pipe(v.number(), v.integer(), v.minValue(-0x8000_0000), v.maxValue(0x7fff_ffff));
const dotted = v.pipe(v.string(), v.regex(/^\d{1,10}(?:\.\d{1,10}){0,3}$/, 'up to four numbers with dots'));
const fourParts = v.pipe(v.string(), v.regex(/^\d{1,10}(?:\.\d{1,10}){3}$/, 'four numbers with dots'));
/** ISO 8601; without a zone UTC is meant. */
const moment = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)?$/,
    'a time such as 2026-11-21T01:20:30Z',
  ),
);
/** Being there is all: the value may be left out. */
const there = v.optional(v.literal(true), true);

const rows = v.pipe(
  v.array(v.record(name, v.union([text, v.number(), v.boolean(), v.null()]))),
  v.maxLength(factsLimits.maxItems),
);

const texted = [
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_QWORD',
  'REG_FULL_RESOURCE_DESCRIPTOR',
] as const;
const registryData = v.variant('type', [
  v.strictObject({ type: v.literal('REG_DWORD'), data: v.exactOptional(uint32) }),
  v.strictObject({ type: v.literal('REG_MULTI_SZ'), data: v.exactOptional(texts) }),
  ...texted.map((type) =>
    v.strictObject({
      type: v.literal(type),
      data: v.exactOptional(dataOf(type)),
      expanded: v.exactOptional(text),
    }),
  ),
  v.strictObject({ type: v.literal('OTHER') }),
]);

function dataOf(type: RegistryType) {
  if (type === 'REG_QWORD') return v.pipe(v.string(), v.regex(/^\d{1,20}$/, 'a whole number as text'));
  return type === 'REG_BINARY'
    ? v.pipe(text, v.regex(/^(?:[0-9A-Fa-f]{2})*$/, 'hexadecimal digits in pairs'), v.toLowerCase())
    : text;
}

const fileData = v.strictObject({
  size: v.exactOptional(whole),
  version: v.exactOptional(v.nullable(fourParts)),
  created: v.exactOptional(moment),
  modified: v.exactOptional(moment),
  language: v.exactOptional(whole),
  checksum: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,10}$/, 'a whole number as text'))),
});

/** What a known fact of each kind says. `os` depends on the name of the fact: see `osValues`. */
export const factValues = {
  reg_key: there,
  reg_subkeys: texts,
  reg_value: registryData,
  file: fileData,
  folder: name,
  os: v.union([text, v.number(), v.boolean(), texts]),
  system_metric: int32,
  license_dword: uint32,
  wmi_query: v.boolean(),
  wmi_class: rows,
  wmi_namespace: there,
  msi_product: v.strictObject({ version: dotted, language: v.exactOptional(whole) }),
  msi_feature: there,
  msi_component: there,
  msi_patch: there,
  cbs_package: uint32,
  device_attribute: text,
  product_release: dotted,
  cluster_resource: v.boolean(),
  installed_once: there,
  catalog_product: v.strictObject({ servicePack: name, name: v.exactOptional(name) }),
} satisfies Record<FactKind, v.GenericSchema>;

/** Every kind of fact there is. */
export const factKinds = Object.keys(factValues) as readonly FactKind[];
