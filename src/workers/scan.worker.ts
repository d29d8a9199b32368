import { openKernelDecider } from '../scan/index.ts';
import type { BlockDecider, Subject } from '../scan/index.ts';
import { holdLifeLock } from './life-lock.ts';
import type { ScanAnswer, ScanOrder } from './scan-wire.ts';

let decider: BlockDecider | null = null;
let subjects: readonly Subject[] = [];

async function answer(order: Exclude<ScanOrder, { readonly kind: 'subjects' }>): Promise<ScanAnswer> {
  if (order.kind === 'open') {
    await holdLifeLock(order.lifeLock);
    decider = await openKernelDecider(order.module, order.program, order.factBytes, () => subjects);
    return { kind: 'ready' };
  }
  if (!decider) throw new Error('a block came before the compiled catalog');
  return { kind: 'decided', decided: await decider.decide(() => Promise.resolve(order.work)) };
}

addEventListener('message', ({ data }: MessageEvent<ScanOrder>) => {
  if (data.kind === 'subjects') return void (subjects = data.subjects);
  answer(data).then(
    (given) => {
      const decided = given.kind === 'decided' ? given.decided : null;
      const buffers = [decided?.planes.buffer, decided?.facts?.buffer].filter(
        (buffer) => buffer !== undefined,
      );
      postMessage(given, { transfer: buffers });
    },
    (error: unknown) => {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      postMessage({ kind: 'failed', message } satisfies ScanAnswer);
    },
  );
});
