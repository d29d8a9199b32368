import { lzx } from './load-lzx.ts';
import { ShardHost } from './shard-host.ts';
import type { ToShardWorker } from './shard-wire.ts';

const host = new ShardHost((message, transfer) => postMessage(message, { transfer: [...transfer] }), { lzx });
// At once, before anything is awaited: the first message must find a listener.
onmessage = (event: MessageEvent<ToShardWorker>) => host.receive(event.data);
