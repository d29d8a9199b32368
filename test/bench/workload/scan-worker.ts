import { measureScan } from './measure-scan.ts';
import type { Order } from './measure-scan.ts';

addEventListener('message', (event: MessageEvent<Order>) => {
  measureScan(event.data).then(
    (value) => postMessage({ value }),
    (error: unknown) =>
      postMessage({
        error: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
      }),
  );
});
