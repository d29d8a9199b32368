import { listCabinet } from '../cab/index.ts';
import type { FileSource, ReadContext } from '../format.ts';
import type { MasterList } from './catalog.ts';
import { rowsByShard } from './index-xml.ts';
import { MasterRows } from './master-list.ts';

/**
 * Bytes of the shards that hold these rows, as their members have them: what reading them goes through. Null for a
 * catalog that lies in another cabinet, which is small.
 *
 * Throws `FormatError` as `listCabinet` does.
 */
export async function bytesOfShards(
  file: FileSource,
  master: MasterList,
  wanted: Uint32Array,
  context: ReadContext,
): Promise<number | null> {
  if (master.path.length > 0) return null;
  const rows = new MasterRows(master.columns);
  const groups = rowsByShard(master.shards, wanted, (row) => rows.revisionId(row));
  const names = new Set([...groups].map(({ shard }) => shard.name.toLowerCase()));
  // The older layout: the file is its own only shard.
  if (names.has('')) return file.size;
  const { members } = await listCabinet(file, context);
  return members.filter(({ name }) => names.has(name.toLowerCase())).reduce((sum, { size }) => sum + size, 0);
}
