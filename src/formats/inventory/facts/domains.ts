import { machineKey } from '../../../domain/index.ts';

/** Domains without a part of their own (domain, `FactTable.complete`). */
export const plainDomains = [
  'registry',
  'files',
  'folders',
  'msi',
  'msi_patches',
  'msi_features',
  'msi_components',
  'cbs',
  'licenses',
  'wmi',
  'device_attributes',
  'product_releases',
  'installed_once',
  'cluster_resources',
] as const;

/**
 * A domain name in the form in which subjects name theirs (`domainsOf`), or null for one that no
 * subject has: `registry:HKLM\SOFTWARE\Acme` is `registry:native:software\acme`.
 */
export function domainName(written: string): string | null {
  const name = written.trim();
  const lower = name.toLowerCase();
  if ((plainDomains as readonly string[]).includes(lower)) return lower;
  const colon = name.indexOf(':');
  const rest = colon < 0 ? '' : name.slice(colon + 1).trim();
  if (rest === '') return null;
  switch (lower.slice(0, colon)) {
    case 'registry':
      return registryDomain(rest);
    case 'files':
      return `files:${rest
        .replace(/\\{2,}/g, '\\')
        .replace(/\\+$/, '')
        .toLowerCase()}`;
    case 'wmi':
      return `wmi:${rest.replace(/\//g, '\\').toLowerCase()}`;
    case 'catalog_products':
      return `catalog_products:${rest.toLowerCase()}`;
    default:
      return null;
  }
}

function registryDomain(rest: string): string | null {
  const [, view, path = ''] = /^(?:(native|wow32)(?::|$))?(.*)$/i.exec(rest) ?? [];
  const place = machineKey(path, view?.toLowerCase() === 'wow32' ? 'wow32' : 'native');
  if (place === null) return null;
  if (place.key === '') return view === undefined ? 'registry' : `registry:${place.view}`;
  return `registry:${place.view}:${place.key.toLowerCase()}`;
}
