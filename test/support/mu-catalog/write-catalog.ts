/** Writes a catalog in the form of wsusscn2.cab to a file: cabinets within a cabinet, piece by piece. */
import { coreFragment, extendedFragment } from './fragments.ts';
import { InnerCabinet } from './inner-cabinet.ts';
import { languages } from './lexicon.ts';
import { languagesOf, localizedFragment } from './localized-fragment.ts';
import { eulaDigest, masterList } from './master-list.ts';
import { OuterCabinet } from './outer-cabinet.ts';
import { planEdition } from './plan.ts';
import type { Edition } from './plan.ts';
import { catalogShape } from './shape.ts';
import type { CatalogRequest } from './shape.ts';
import { indexXml, shardsOf, sharedFiles } from './shards.ts';
import type { Shard } from './shards.ts';

/** What was written, counted while writing. */
export interface WrittenCatalog {
  readonly edition: Edition;
  readonly shards: readonly Shard[];
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes of package.xml. */
  readonly masterListBytes: number;
  /** Plain bytes of all fragments. */
  readonly fragmentBytes: number;
  /** Files in the shards. */
  readonly fragments: number;
  /** Most files in one shard. */
  readonly mostFiles: number;
}

export interface WritingProgress {
  readonly done: number;
  readonly total: number;
}

function shardCabinet(edition: Edition, { name, revisions }: Shard): InnerCabinet {
  const { seed, compression } = edition.shape;
  const cabinet = new InnerCabinet(compression);
  const id = (revision: { readonly revisionId: number }): string => String(revision.revisionId);
  if (name === 'package2.cab') {
    for (const shared of sharedFiles)
      cabinet.add(shared, [`Shared file of generated catalog ${String(seed)}`]);
  }
  // Folder by folder, as cabinets made from a directory have it: parts of a revision stand far apart.
  for (const revision of revisions) cabinet.add(`c\\${id(revision)}`, coreFragment(edition, revision));
  for (const revision of revisions) {
    if (revision.kind !== 'update' || !revision.eula) continue;
    const digest = eulaDigest(revision);
    cabinet.add(`e\\${id(revision)}`, [
      `<EulaFile Digest="${digest}" DigestAlgorithm="SHA1" FileName="terms.txt" Size="4096" Language="en" />`,
    ]);
  }
  const spoken = revisions.map((revision) => new Set(languagesOf(edition, revision)));
  for (const language of languages) {
    revisions.forEach((revision, at) => {
      if (!spoken[at]?.has(language)) return;
      cabinet.add(`l\\${language}\\${id(revision)}`, [localizedFragment(edition, revision, language)]);
    });
  }
  for (const revision of revisions) {
    const extended = extendedFragment(edition, revision);
    if (extended !== null) cabinet.add(`x\\${id(revision)}`, [extended]);
  }
  return cabinet;
}

/** Writes the catalog of a request to `path`; the same request gives the same bytes. */
export function writeCatalog(
  path: string,
  request: CatalogRequest,
  report: (progress: WritingProgress) => void = () => undefined,
): WrittenCatalog {
  const edition = planEdition(catalogShape(request));
  const shards = shardsOf(edition);
  const outer = new OuterCabinet(path, ['index.xml', 'package.cab', ...shards.map(({ name }) => name)]);
  outer.add('index.xml', [Buffer.from(indexXml(shards))]);
  const master = new InnerCabinet(edition.shape.compression);
  master.add('package.xml', masterList(edition));
  outer.add('package.cab', master.finish());
  let [fragmentBytes, fragments, mostFiles] = [0, 0, 0];
  shards.forEach((shard, done) => {
    const cabinet = shardCabinet(edition, shard);
    fragmentBytes += cabinet.plainBytes;
    fragments += cabinet.files;
    mostFiles = Math.max(mostFiles, cabinet.files);
    outer.add(shard.name, cabinet.finish());
    report({ done: done + 1, total: shards.length });
  });
  const masterListBytes = master.plainBytes;
  return { edition, shards, bytes: outer.finish(), masterListBytes, fragmentBytes, fragments, mostFiles };
}
