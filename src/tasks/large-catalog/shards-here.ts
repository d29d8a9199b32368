import type { MuDetail, MuRevision } from '../../domain/index.ts';
import { shardOpener } from '../../formats/wsusscan/index.ts';
import { packDetails } from '../../store/index.ts';
import type { ReadShards } from './ports.ts';

/** Reads shards in this thread: the command line, and where the browser has no workers within workers. */
export const readShardsHere: ReadShards = async (sink, context) => ({
  open: await shardOpener(
    {
      revisions: (batch: readonly MuRevision[]) => sink.revisions(batch),
      details: async (batch: readonly MuDetail[]) => sink.details(await packDetails(batch)),
    },
    context,
  ),
  close: () => undefined,
});
