import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { createCabinetReader, loadLzx } from '../../src/formats/cab/index.ts';
import type { CabinetOptions, CabinetVisitor, Lzx } from '../../src/formats/cab/index.ts';
import { mszipBy, stored } from '../support/cabinet-blocks.ts';
import type { Packing } from '../support/cabinet-blocks.ts';
import { CabinetWriter, MemoryOutput } from '../support/cabinet-writer.ts';
import { seeded, whole } from '../support/seeded.ts';
import { unpackWith7z } from './seven-zip.ts';
import { median, timed } from './measure.ts';
import type { BenchInput, BenchResult } from './measure.ts';

const runs = 5;
const memberCount = 60_000;
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

interface Speed {
  readonly megabytesPerSecond: number;
  readonly seconds: readonly number[];
  readonly bytes: number;
}

async function speed(work: () => number | Promise<number>): Promise<Speed> {
  const bytes = await work();
  const seconds = await timed(runs, work);
  return { bytes, seconds, megabytesPerSecond: bytes / 1e6 / median(seconds) };
}

async function speedOf7z(root: string, cabinet: Uint8Array): Promise<Speed> {
  const seconds: number[] = [];
  let bytes = 0;
  for (let run = 0; run <= runs; run += 1) {
    const unpacked = await unpackWith7z(root, cabinet);
    bytes = unpacked.bytes;
    // The first run compiles.
    if (run > 0) seconds.push(unpacked.seconds);
  }
  return { bytes, seconds, megabytesPerSecond: bytes / 1e6 / median(seconds) };
}

/** Speed of the cabinet reader per method, and its LZX beside 7-Zip compiled to WebAssembly. */
export async function run({ root, data, built }: BenchInput): Promise<BenchResult> {
  const lzx: Lzx = await loadLzx(await WebAssembly.compile(readFileSync(join(built, 'lzx.wasm'))));
  const members = fragments();
  const deflated = mszipBy((plain, dictionary) =>
    deflateRawSync(plain, dictionary.length > 0 ? { dictionary } : {}),
  );
  const cabinets = { stored: cabinetOf(stored, members), mszip: cabinetOf(deflated, members) };
  const details: Record<string, unknown> = {};
  const figures: { name: string; value: number; unit: string }[] = [];
  const ratios: { name: string; value: number }[] = [];
  for (const [name, cabinet] of Object.entries(cabinets)) {
    const measured = await speed(() => unpack(cabinet));
    details[name] = { ...measured, packed: cabinet.length, members: memberCount };
    figures.push({ name: `cab-${name}`, value: measured.megabytesPerSecond, unit: 'MB/s' });
  }
  const path = data === null ? '' : join(data, sample);
  if (existsSync(path)) {
    const cabinet = readFileSync(path);
    const own = await speed(() => unpack(cabinet, { lzx }));
    const seven = await speedOf7z(root, cabinet);
    details['lzx'] = { own, seven };
    figures.push({ name: 'cab-lzx', value: own.megabytesPerSecond, unit: 'MB/s' });
    figures.push({ name: '7z-wasm-lzx', value: seven.megabytesPerSecond, unit: 'MB/s' });
    ratios.push({ name: 'lzx-to-7z-wasm', value: own.megabytesPerSecond / seven.megabytesPerSecond });
  }
  return { figures, ratios, details };
}
