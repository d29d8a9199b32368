import { compareCreated, sdpRoots } from '../../domain/index.ts';
import type { SdpDocument, SdpRoot } from '../../domain/index.ts';
import { FormatError, formatError } from '../format-error.ts';
import type { PackageCollector } from './collector.ts';

/**
 * The document of what was collected from one file; see `SdpDocument` for id and edition.
 * Throws `FormatError` `element-missing` where no package could be told by a PackageID.
 */
export function documentOf(
  file: string,
  bytes: number,
  sha256: string,
  collector: PackageCollector,
): SdpDocument {
  const { packages, roots, warnings, ruleElements } = collector;
  const [first] = packages;
  const [refused] = collector.refused;
  // Nothing sound is in the archive: the first fault tells most.
  if (first === undefined && refused) throw new FormatError(refused);
  if (roots.size === 0) throw formatError('not-recognised', file, '', { expected: sdpRoots.join(', ') });
  if (first === undefined) {
    const place = 'SoftwareDistributionPackage/Properties/PackageID';
    throw formatError('element-missing', file, place, { element: 'PackageID' });
  }
  const dates = packages.map(({ created }) => created).sort(compareCreated);
  const latest = dates.at(-1) ?? '';
  const vendors = [...new Set(packages.map(({ vendor }) => vendor))].sort();
  const isSingle = packages.length === 1 && !roots.has('SystemsManagementCatalog');
  const root = rootOf(roots);
  return {
    source: 'sdp',
    id: isSingle ? first.id : catalogId(vendors, file),
    title: isSingle ? (first.texts[0]?.title ?? first.id) : vendors.join(', '),
    revision: '',
    initialReleaseDate: dates[0] ?? '',
    currentReleaseDate: latest,
    file,
    bytes,
    sha256,
    warnings,
    root,
    edition: isSingle ? `${first.id}@${first.created}` : `${root}@${latest}`,
    vendors,
    packages,
    ruleElements,
  };
}

function rootOf(roots: ReadonlySet<SdpRoot>): SdpRoot {
  if (roots.has('SystemsManagementCatalog')) return 'SystemsManagementCatalog';
  return [...roots][0] ?? 'SoftwareDistributionPackage';
}

/**
 * Vendors give out several catalogs side by side (desktops, servers), told apart by the names of
 * their files only; the same file name in a new edition replaces the old one.
 */
function catalogId(vendors: readonly string[], file: string): string {
  const stem = file.replace(/\.(?:sdp|xml|zip|txt)$/i, '');
  return `${vendors.join(' + ')}/${stem}`.toLowerCase().replace(/\s+/g, ' ').slice(0, 200);
}
