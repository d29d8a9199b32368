import { sdpInstalledContent } from '../../domain/index.ts';
import type { CatalogProduct, SdpPackage, Severity, Update } from '../../domain/index.ts';
import { installOf, restartOf } from './install.ts';
import type { CurrentPackage } from './packages.ts';

const severities: readonly Severity[] = ['Critical', 'Important', 'Moderate', 'Low'];

export function sdpUpdateId(packageId: string): string {
  return `sdp:${packageId}`;
}

/**
 * One update a package, in the order of `packages`.
 * @param hash of a text, lower-case hex
 */
export function updatesOf(
  packages: readonly CurrentPackage[],
  hash: (text: string) => string,
): readonly Update[] {
  const supersededBy = new Map<string, string[]>();
  for (const { package: read } of packages) {
    for (const id of read.supersedes) {
      if (id !== read.id) supersededBy.set(id, [...(supersededBy.get(id) ?? []), sdpUpdateId(read.id)]);
    }
  }
  return packages.map(({ package: read, documents, withdrawn }) => {
    const install = installOf(read);
    return {
      id: sdpUpdateId(read.id),
      kb: null,
      kbNumber: null,
      ...(read.article === '' ? {} : { label: read.article }),
      title: read.texts[0]?.title ?? read.id,
      documents,
      subTypes: subTypesOf(read, withdrawn),
      products: productsOf(read),
      cves: [...new Set(read.cves)].sort(),
      // The vendor's urgency, no rating of a vulnerability (sdp, section 4).
      severity: severities.find((word) => word.toLowerCase() === read.severity.toLowerCase()) ?? 'None',
      exploited: false,
      disclosed: false,
      restart: restartOf(read.items),
      supersedes: [],
      supersededBy: [],
      url: read.supportUrl === '' ? (read.moreInfoUrls[0] ?? '') : read.supportUrl,
      knownIssues: [],
      contentHash: hash(sdpInstalledContent(read)),
      relations: {
        supersedes: read.supersedes.map(sdpUpdateId),
        supersededBy: (supersededBy.get(read.id) ?? []).sort(),
        prerequisites: read.prerequisites.map((clause) => clause.map(sdpUpdateId)),
      },
      ...(install === undefined ? {} : { install }),
    };
  });
}

function subTypesOf(read: SdpPackage, withdrawn: boolean): readonly string[] {
  const types = [read.content === 'application' ? 'Application' : read.classification];
  if (read.updateType !== 'Software') types.push(read.updateType);
  if (read.publication === 'Expired') types.push('Expired');
  if (withdrawn) types.push('Withdrawn');
  return [...new Set(types)].filter((type) => type !== '').sort();
}

/** ProductName stands for a kind of product of the vendor: `Driver`, `Firmware` … */
function productsOf(read: SdpPackage): readonly CatalogProduct[] {
  return [...new Set(read.products)]
    .map((name) => ({ id: `sdp:${read.vendor}/${name}`.toLowerCase(), name, family: read.vendor || null }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
