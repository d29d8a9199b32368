/** The Microsoft Update catalog at size, in this thread: MB/s of each stage, and against a bare pass. */
import { openAsBlob } from 'node:fs';
import { hashFile } from '../../src/formats/index.ts';
import type { BenchInput, BenchResult } from './measure.ts';
import { barePass } from './workload/bare-pass.ts';
import { withCatalog } from './workload/generated-catalog.ts';
import { importStages } from './workload/import-stages.ts';

const megabyte = 1e6;

async function measure(path: string): Promise<BenchResult> {
  const file = new File([await openAsBlob(path)], 'wsusscn2.cab');
  const began = performance.now();
  await hashFile(file, {});
  const hashSeconds = (performance.now() - began) / 1000;
  const bare = await barePass(file, ['en']);
  const stages = await importStages(file);
  const packed = file.size / megabyte;
  const unpacked = bare.unpackedBytes / megabyte;
  const rate = (name: string, bytes: number, seconds = 0) =>
    seconds > 0 ? [{ name: `mu-${name}`, value: bytes / seconds, unit: 'MB/s' }] : [];
  const { byPhase } = stages;
  return {
    figures: [
      { name: 'mu-packed', value: packed, unit: 'MB' },
      { name: 'mu-unpacked', value: unpacked, unit: 'MB' },
      { name: 'mu-bare-pass', value: bare.seconds, unit: 's' },
      { name: 'mu-import', value: stages.seconds, unit: 's' },
      ...rate('hash', packed, byPhase.hash),
      ...rate('master-list', packed, byPhase.read),
      ...rate('shards', unpacked, byPhase.parse),
      ...rate('index', unpacked, byPhase.index),
      { name: 'mu-again', value: stages.againSeconds, unit: 's', target: hashSeconds },
    ],
    ratios: [
      { name: 'mu-import-to-bare-pass (target 2.5)', value: stages.seconds / bare.seconds },
      {
        name: 'mu-import-to-bare-pass-processor-time',
        value: stages.processorSeconds / bare.processorSeconds,
      },
      { name: 'mu-again-to-hash (target 1)', value: stages.againSeconds / hashSeconds },
    ],
    details: { stages, bare, hashSeconds },
  };
}

export function run({ options }: BenchInput): Promise<BenchResult> {
  return withCatalog(options, measure);
}
