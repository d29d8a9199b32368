import type { MuDetail, MuRevision } from '../../domain/index.ts';
import { shardOpener } from '../../formats/wsusscan/index.ts';
import { packDetails } from '../../store/index.ts';
import type { ReadShards } from './ports.ts';

/** Reads shards in this thread: the command line, and where the browser has no workers within workers. */
export const readShardsHere: ReadShards = async (sink, context) => {
  const open = await shardOpener(
    {
      revisions: (batch: readonly MuRevision[]) => sink.revisions(batch),
      details: async (batch: readonly MuDetail[]) => sink.details(await packDetails(batch)),
    },
    context,
  );
  return {
    open: (request) => {
      const port = open(request);
      const push = (bytes: Uint8Array): void => {
        port.push(bytes);
        sink.passed?.(bytes.length);
      };
      return { push, drain: () => port.drain(), end: () => port.end() };
    },
    close: () => undefined,
  };
};
