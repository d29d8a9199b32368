/**
 * Recorded facts of one machine and how they are looked up. Plain objects only: the evaluator that
 * reads them also runs in an old script engine. What no fact and no complete domain speaks of is
 * unavailable, never absent (applicability rules, section 2).
 */
import type { FactKind, FactSubject, RecordedFact } from './fact-subject.ts';

export interface FactTable {
  /** By `factKey` of the subject. Made without a prototype or asked through `hasOwnProperty`. */
  readonly byKey: { readonly [key: string]: RecordedFact };
  /** Keys of each kind, in code unit order: for rules that look through a whole list. */
  readonly ofKind: { readonly [kind: string]: readonly string[] };
  /**
   * Domains in which what is not listed is absent, lower case: `registry`, `registry:wow32`,
   * `registry:native:software\microsoft`, `files`, `files:csidl:37`, `folders`, `msi`, `msi_patches`,
   * `msi_features`, `msi_components`, `cbs`, `licenses`, `wmi`, `wmi:root\cimv2`,
   * `wmi:root\cimv2:win32_product`, `device_attributes`, `product_releases`, `catalog_products:mssecure`,
   * `installed_once`, `cluster_resources`.
   */
  readonly complete: readonly string[];
}

const separator = '|';

/** One text a subject: equal for subjects that differ in case only. */
export function factKey(subject: FactSubject): string {
  switch (subject.kind) {
    case 'reg_key':
    case 'reg_subkeys':
      return join(subject.kind, subject.view, subject.key);
    case 'reg_value':
      return join(subject.kind, subject.view, subject.key, subject.value);
    case 'file':
      return join(subject.kind, subject.path);
    case 'system_metric':
      return join(subject.kind, String(subject.index));
    case 'wmi_query':
      return join(subject.kind, slashes(subject.namespace), subject.query);
    case 'wmi_class':
      return join(subject.kind, slashes(subject.namespace), subject['class']);
    case 'wmi_namespace':
      return join(subject.kind, slashes(subject.namespace));
    case 'msi_product':
      return join(subject.kind, subject.product);
    case 'msi_feature':
      return join(subject.kind, subject.product, subject.feature);
    case 'msi_component':
      return join(subject.kind, subject.product, subject.component);
    case 'msi_patch':
      return join(subject.kind, subject.product, subject.patch);
    case 'cbs_package':
      return join(subject.kind, subject.identity);
    case 'installed_once':
      return join(subject.kind, subject.update);
    case 'catalog_product':
      return join(subject.kind, subject.source, subject.product);
    default:
      return join(subject.kind, subject.name);
  }
}

function join(...parts: readonly string[]): string {
  return parts.join(separator).toLowerCase();
}

/** WMI writes namespaces with either slash (applicability rules, section 3, WQL). */
function slashes(namespace: string): string {
  return namespace.replace(/\//g, '\\');
}

/** Domains that, if complete, make an unlisted subject absent: widest first. */
export function domainsOf(subject: FactSubject): readonly string[] {
  switch (subject.kind) {
    case 'reg_key':
    case 'reg_subkeys':
    case 'reg_value':
      return prefixes(`registry`, subject.view, subject.key);
    case 'file': {
      const cut = subject.path.lastIndexOf('\\');
      return ['files', `files:${subject.path.slice(0, cut < 0 ? 0 : cut)}`.toLowerCase()];
    }
    case 'folder':
      return ['folders'];
    case 'license_dword':
      return ['licenses'];
    case 'wmi_class':
      return ['wmi', `wmi:${slashes(subject.namespace)}`.toLowerCase()];
    case 'wmi_namespace':
      return ['wmi'];
    case 'msi_product':
      return ['msi'];
    case 'msi_feature':
      return ['msi_features'];
    case 'msi_component':
      return ['msi_components'];
    case 'msi_patch':
      return ['msi_patches'];
    case 'cbs_package':
      return ['cbs'];
    case 'device_attribute':
      return ['device_attributes'];
    case 'product_release':
      return ['product_releases'];
    case 'installed_once':
      return ['installed_once'];
    case 'cluster_resource':
      return ['cluster_resources'];
    case 'catalog_product':
      return [`catalog_products:${subject.source}`.toLowerCase()];
    case 'os':
    case 'system_metric':
    case 'wmi_query':
      return [];
  }
}

function prefixes(domain: string, view: string, key: string): readonly string[] {
  const found = [domain, `${domain}:${view}`];
  const parts = key.toLowerCase().split('\\');
  let path = '';
  for (const part of parts) {
    path = path === '' ? part : `${path}\\${part}`;
    found.push(`${domain}:${view}:${path}`);
  }
  return found;
}

/** The fact that a file states of a subject, or null: complete domains are not asked. */
export function recordedFact(table: FactTable | undefined, subject: FactSubject): RecordedFact | null {
  if (table === undefined) return null;
  const key = factKey(subject);
  const own = Object.prototype.hasOwnProperty.call(table.byKey, key);
  return own ? (table.byKey[key] as RecordedFact) : null;
}

/** The answer to a subject: the recorded one, else absent in a complete domain, else unavailable. */
export function factOf(table: FactTable | undefined, subject: FactSubject): RecordedFact {
  if (table === undefined) return unlisted(subject, false);
  const recorded = recordedFact(table, subject);
  if (recorded !== null) return recorded;
  for (const domain of domainsOf(subject)) {
    if (isComplete(table, domain)) return unlisted(subject, true);
  }
  return unlisted(subject, false);
}

/** True where what is not listed in `domain` (lower case) is absent. */
export function isComplete(table: FactTable, domain: string): boolean {
  for (const known of table.complete) if (known === domain) return true;
  return false;
}

function unlisted(subject: FactSubject, absent: boolean): RecordedFact {
  return absent
    ? { subject, state: 'absent', file: '', line: null }
    : { subject, state: 'unavailable', reason: 'not-collected', file: '', line: null };
}

/** Recorded facts of one kind, in code unit order of their keys. */
export function factsOfKind(table: FactTable | undefined, kind: FactKind): readonly RecordedFact[] {
  const keys = table === undefined ? undefined : table.ofKind[kind];
  const facts: RecordedFact[] = [];
  if (table === undefined || keys === undefined) return facts;
  for (const key of keys) facts.push(table.byKey[key] as RecordedFact);
  return facts;
}
