/** Checks a cabinet inside of a worker: what it gets and gives is plain data. */
import { checkCabinet, hashCabinet, trustedCertificates } from '../../../src/formats/authenticode/index.ts';
import type { TrustedRoot } from '../../../src/domain/index.ts';

export interface CheckOrder {
  readonly file: File;
  readonly roots: readonly TrustedRoot[];
  readonly at: number;
}

self.onmessage = async ({ data }: MessageEvent<CheckOrder>) => {
  const trusted = await trustedCertificates(data.roots);
  self.postMessage(await checkCabinet(await hashCabinet(data.file, {}), { trusted, at: data.at }));
};
