import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { createCabinetReader, loadLzx } from '../../src/formats/cab/index.ts';
import type { CabinetOptions, CabinetVisitor, Lzx } from '../../src/formats/cab/index.ts';
import { mszipBy, stored } from '../support/cabinet-blocks.ts';
import type { Packing } from '../support/cabinet-blocks.ts';
import { CabinetWriter, MemoryOutput } from '../support/cabinet-writer.ts';
import { lzxPacking } from '../support/lzx/encode.ts';
import type { LzxBlock } from '../support/lzx/encode.ts';
import { seeded, whole } from '../support/seeded.ts';
import { unpackWith7z } from './seven-zip.ts';
import { median, timed } from './measure.ts';
import type { BenchInput, BenchResult } from './measure.ts';

const runs = 5;
const memberCount = 60_000;
/** As a compressor makes them of text: a new code every so often. */
const textBlocks = Array.from({ length: 100 }, (_, index): LzxBlock => {
  return { kind: index % 2 === 0 ? 'verbatim' : 'aligned', bytes: 200_000 };
});
const sample = 'inventory/cab-container/large-files-cab.cab';

/** Fragments as a shard of the Microsoft Update catalog has them: small XML, much of it the same. */
function fragments(): Uint8Array[] {
  const random = seeded(7);
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => whole(random, 16).toString(16)).join('');
  return Array.from({ length: memberCount }, (_, index) => {
    const ids = Array.from(
      { length: 1 + whole(random, 12) },
      () => `<UpdateIdentity UpdateID="${hex(8)}-${hex(4)}"/>`,
    );
    return Buffer.from(
      `<UpdateIdentity UpdateID="${hex(8)}-${hex(4)}-${hex(4)}-${hex(12)}" RevisionNumber="${String(index % 300)}"/>` +
        `<Properties UpdateType="Software" ExplicitlyDeployable="true"/><Relationships><Prerequisites>${ids.join('')}` +
        `</Prerequisites></Relationships><ApplicabilityRules><IsInstalled><b.FileVersion Path="\\${hex(6)}.dll" Comparison="GreaterThanOrEqualTo" Version="10.0.${String(whole(random, 30_000))}.1"/></IsInstalled></ApplicabilityRules>`,
    );
  });
}

function cabinetOf(packing: Packing, members: readonly Uint8Array[]): Uint8Array {
  const output = new MemoryOutput();
  const names = members.map((_, index) => `c\\${String(index + 1)}`);
  const writer = new CabinetWriter(output, { folders: [{ packing, names }] });
  for (const member of members) writer.member(member);
  writer.finish();
  return output.bytes;
}

/** Unpacks all members in memory; bytes given. */
function unpack(cabinet: Uint8Array, options: Partial<CabinetOptions> = {}): number {
  let bytes = 0;
  const sink = { write: (piece: Uint8Array) => void (bytes += piece.length), end: () => undefined };
  const visitor: CabinetVisitor = { open: () => sink };
  const reader = createCabinetReader(visitor, { file: 'bench.cab', ...options });
  for (let at = 0; at < cabinet.length; at += 1024 * 1024)
    reader.push(cabinet.subarray(at, at + 1024 * 1024));
  reader.end();
  return bytes;
}

interface Compared {
  readonly bytes: number;
  readonly own: readonly number[];
  readonly seven: readonly number[];
}

/** Seconds of the own reader and of 7-Zip by turns, so that other load meets both. */
async function compare(root: string, cabinet: Uint8Array, lzx: Lzx): Promise<Compared> {
  const own: number[] = [];
  const seven: number[] = [];
  let bytes = 0;
  // The first run of each compiles.
  for (let run = 0; run <= runs; run += 1) {
    const [mine] = await timed(1, () => void (bytes = unpack(cabinet, { lzx })));
    const other = await unpackWith7z(root, cabinet);
    if (other.bytes !== bytes)
      throw new Error(`7-Zip gives ${String(other.bytes)} bytes, not ${String(bytes)}`);
    if (run === 0) continue;
    own.push(mine ?? NaN);
    seven.push(other.seconds);
  }
  return { bytes, own, seven };
}

/** Speed of the cabinet reader per method beside 7-Zip compiled to WebAssembly. */
export async function run({ root, data, built }: BenchInput): Promise<BenchResult> {
  const lzx = await loadLzx(await WebAssembly.compile(readFileSync(join(built, 'lzx.wasm'))));
  const members = fragments();
  const some = members.slice(0, 6000);
  const deflated = mszipBy((plain, dictionary) =>
    deflateRawSync(plain, dictionary.length > 0 ? { dictionary } : {}),
  );
  const cabinets: Record<string, Uint8Array> = {
    stored: cabinetOf(stored, members),
    mszip: cabinetOf(deflated, members),
    'lzx-text': cabinetOf(lzxPacking(Buffer.concat(some), { blocks: textBlocks }), some),
  };
  const path = data === null ? '' : join(data, sample);
  if (existsSync(path)) cabinets['lzx'] = readFileSync(path);
  const details: Record<string, Compared & { readonly packed: number }> = {};
  const figures: { name: string; value: number; unit: string }[] = [];
  const ratios: { name: string; value: number }[] = [];
  for (const [name, cabinet] of Object.entries(cabinets)) {
    const compared = await compare(root, cabinet, lzx);
    details[name] = { ...compared, packed: cabinet.length };
    const megabytes = compared.bytes / 1e6;
    figures.push({ name: `cab-${name}`, value: megabytes / median(compared.own), unit: 'MB/s' });
    figures.push({ name: `7z-wasm-${name}`, value: megabytes / median(compared.seven), unit: 'MB/s' });
    ratios.push({ name: `${name}-to-7z-wasm`, value: median(compared.seven) / median(compared.own) });
  }
  return { figures, ratios, details };
}
