import * as v from 'valibot';
import { machineKey } from '../../../domain/index.ts';
import type { FactKind, FactSubject } from '../../../domain/index.ts';
import { factsLimits } from './limits.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(factsLimits.maxName));
const long = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(factsLimits.maxText));
/** A code with or without its braces. */
const code = v.pipe(
  name,
  v.transform((written) => (/^[0-9A-F-]{36}$/i.test(written) ? `{${written}}` : written)),
);
const path = v.pipe(
  name,
  // Two backslashes at the start name a computer of the network.
  v.transform((written) => written.replace(/(?!^)\\{2,}/g, '\\').replace(/\\+$/, '')),
);

const registry = {
  view: v.optional(v.picklist(['native', 'wow32']), 'native'),
  hive: v.exactOptional(name),
  key: v.exactOptional(name),
  /** Another spelling of `key`. */
  subkey: v.exactOptional(name),
};

/** Arguments of each kind, beside `kind` and `result`; named as in `FactSubject`. */
export const factArguments = {
  reg_key: registry,
  reg_subkeys: registry,
  reg_value: { ...registry, value: v.pipe(v.string(), v.maxLength(factsLimits.maxName)) },
  file: { path },
  folder: { name: path },
  os: { name },
  system_metric: { index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)) },
  license_dword: { name },
  wmi_query: { namespace: v.optional(name, 'root\\cimv2'), query: long },
  wmi_class: { namespace: v.optional(name, 'root\\cimv2'), class: name },
  wmi_namespace: { namespace: name },
  msi_product: { product: code },
  msi_feature: { product: code, feature: name },
  msi_component: { product: code, component: code },
  msi_patch: { product: code, patch: code },
  cbs_package: { identity: name },
  device_attribute: { name },
  product_release: { name },
  cluster_resource: { name },
  installed_once: { update: name },
  catalog_product: { source: name, product: name },
} satisfies Record<FactKind, v.ObjectEntries>;

/** What stands in the way of a registry subject. */
export interface KeyFault {
  /** `hive`: one that no catalog asks about; `key`: neither `key` nor `subkey`, or both. */
  readonly fault: 'hive' | 'key';
}

type Parsed = { readonly kind: FactKind } & Readonly<Record<string, unknown>>;

const argumentNames = new Map(
  Object.entries(factArguments).map(([kind, entries]) => [kind as FactKind, Object.keys(entries)]),
);

/** The subject of a parsed fact, in the one spelling that facts and rules share. */
export function subjectOf(fact: Parsed): FactSubject | KeyFault {
  const { kind } = fact;
  if (kind !== 'reg_key' && kind !== 'reg_subkeys' && kind !== 'reg_value') {
    // Member by member: it is done for every fact, and spreading is several times slower.
    const subject: Record<string, unknown> = { kind };
    for (const name of argumentNames.get(kind) ?? []) subject[name] = fact[name];
    return subject as unknown as FactSubject;
  }
  const { key, subkey, hive, view, value } = fact as unknown as {
    readonly key?: string;
    readonly subkey?: string;
    readonly hive?: string;
    readonly view: 'native' | 'wow32';
    readonly value?: string;
  };
  const written = key ?? subkey;
  if (written === undefined || (key !== undefined && subkey !== undefined)) return { fault: 'key' };
  const place = machineKey(written, view);
  if (place === null || (hive !== undefined && !/^(?:HKLM|HKEY_LOCAL_MACHINE)$/i.test(hive))) {
    return { fault: 'hive' };
  }
  return kind === 'reg_value' ? { kind, ...place, value: value ?? '' } : { kind, ...place };
}
