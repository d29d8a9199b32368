import type { CatalogWarning, MuDocument, MuScope } from '../../domain/index.ts';
import { readCabinet } from '../cab/index.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readBytes } from '../read-bytes.ts';
import { rowsInScope } from './closure.ts';
import { rowsByShard } from './index-xml.ts';
import type { MuShard, ShardRows } from './index-xml.ts';
import { MasterRows } from './master-list.ts';
import type { MasterColumns } from './master-list.ts';
import { MasterVisitor } from './master-visitor.ts';
import type { OnListRead } from './master-visitor.ts';
import { mergeReports } from './merge-reports.ts';
import type { PackageHead } from './package-xml.ts';
import { ShardsRun, ShardsVisitor } from './shards-visitor.ts';
import { shardOpener } from './shard.ts';
import type { OpenShard } from './shard.ts';
import type { MuReadReport, MuSink } from './sink.ts';
import { throttled } from './throttle.ts';

/** The master list of an edition: plain data, everything that choosing a scope and reading shards need. */
export interface MasterList {
  readonly form: Exclude<MuDocument['form'], 'documents'>;
  readonly head: PackageHead;
  readonly columns: MasterColumns;
  /** Members to go through to the cabinet that holds the catalog; empty = the file itself. */
  readonly path: readonly string[];
  /** Sorted by range. */
  readonly shards: readonly MuShard[];
  readonly warnings: readonly CatalogWarning[];
}

/**
 * Step one: the master list of a catalog in a cabinet (the offline catalog, the older layout, or the small
 * catalog inside a single update), read before anything expensive.
 *
 * @param onRead told as the list itself is read: it lies in one place of the file, so the bytes of the file
 * say nothing of how far it is
 *
 * Throws `FormatError`: those of the cabinet and XML readers, `element-missing` (index.xml, package.cab,
 * package.xml), `root-not-expected`, `archive-not-supported` (XOR), `limit-exceeded`.
 */
export async function readMasterList(
  file: FileSource,
  context: ReadContext,
  onRead?: OnListRead,
): Promise<MasterList> {
  const place = { file: file.name, depth: 0, lzx: (await context.lzx?.()) ?? null };
  const visitor = new MasterVisitor(place, onRead);
  await readCabinet(file, visitor, context);
  const found = visitor.finish();
  return { ...found, form: found.path.length > 0 ? 'update-package' : 'wsusscn2' };
}

/**
 * Step two: the revisions of the scope with everything they need, from the shards that hold them, batch by
 * batch to the sink. A fragment that cannot be read is in the report; the revision has its fault.
 *
 * Throws `FormatError` where a cabinet is damaged, past a limit, or the medium fails; `cancelled`.
 */
export async function readCatalog(
  file: FileSource,
  master: MasterList,
  scope: MuScope,
  sink: MuSink,
  context: ReadContext,
): Promise<MuReadReport> {
  return readShards(file, master, scope, await shardOpener(sink, context), context);
}

/** As `readCatalog`, each shard read as `open` does it: in a worker, say, with the sink on its side. */
export function readShards(
  file: FileSource,
  master: MasterList,
  scope: MuScope,
  open: OpenShard,
  context: ReadContext,
): Promise<MuReadReport> {
  const rows = new MasterRows(master.columns);
  const groups = rowsByShard(master.shards, rowsInScope(rows, scope), (row) => rows.revisionId(row));
  return readShardRows(file, master, groups, scope.languages, open, context);
}

/** Reads the given rows of the given shards and nothing else. */
export async function readShardRows(
  file: FileSource,
  master: MasterList,
  groups: readonly ShardRows[],
  languages: readonly string[],
  open: OpenShard,
  context: ReadContext,
): Promise<MuReadReport> {
  const run = new ShardsRun({
    columns: master.columns,
    wanted: new Map(groups.map((group) => [group.shard.name.toLowerCase(), group])),
    languages,
    open,
  });
  const held = throttled(file, () => run.drain());
  const place = { file: file.name, depth: 0, lzx: (await context.lzx?.()) ?? null };
  const isOwnShard = master.path.length === 0 && run.has('');
  if (!isOwnShard) await readCabinet(held, new ShardsVisitor(run, master.path, place), context);
  else {
    const sink = run.open('', file.name);
    for await (const piece of readBytes(file, context)) {
      sink.write(piece, -1);
      await run.drain();
    }
    sink.end();
  }
  return mergeReports(await run.finish());
}
