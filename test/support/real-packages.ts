import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SdpDocument } from '../../src/domain/index.ts';
import { readSdp } from '../../src/formats/sdp/index.ts';
import { dataFolder } from './data.ts';

/** The real single packages as files: 1,221 of one vendor, 2 of another. */
export function realPackageFiles(data = dataFolder): File[] {
  return ['sdp-hp', 'sdp-dell'].flatMap((part) =>
    readdirSync(join(data, 'wu', part)).map(
      (name) => new File([readFileSync(join(data, 'wu', part, name))], name),
    ),
  );
}

/** Reads files that are expected to be read. */
export async function readPackages(files: readonly File[]): Promise<SdpDocument[]> {
  const documents: SdpDocument[] = [];
  for (const file of files) {
    const read = await readSdp(file, {});
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    documents.push(read.value);
  }
  return documents;
}

/** How often each rule element occurs in all documents. */
export function elementCounts(documents: readonly SdpDocument[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { ruleElements } of documents) {
    for (const [name, count] of Object.entries(ruleElements)) counts[name] = (counts[name] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
