/** Small catalogs of our own in the form of wsusscn2.cab. */
import { wholeScope } from '../../src/domain/index.ts';
import type { MuDetail, MuDocument, MuRevision, MuScope, Rejection } from '../../src/domain/index.ts';
import { readCatalog, readMasterList, readMicrosoftUpdate } from '../../src/formats/wsusscan/index.ts';
import type { MuReadReport } from '../../src/formats/wsusscan/index.ts';
import { mszip, stored } from './cabinet-blocks.ts';
import type { Packing } from './cabinet-blocks.ts';
import { cabinetOf } from './cabinet-writer.ts';
import { unsignedAllowed } from './unsigned.ts';

/** `00000000-0000-4000-8000-000000000007` */
export function guidOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Base64 SHA-1 of 20 equal bytes, and the same in hex. */
export function digestOf(byte: number): { readonly base64: string; readonly hex: string } {
  const bytes = new Uint8Array(20).fill(byte);
  return { base64: btoa(String.fromCharCode(...bytes)), hex: byte.toString(16).padStart(2, '0').repeat(20) };
}

export interface SmallCatalog {
  /** Update elements. */
  readonly updates: string;
  /** FileLocation elements. */
  readonly locations?: string;
  /** Name below the shard (`c/1`, `l/en/1`) to text. */
  readonly fragments?: Readonly<Record<string, string | Uint8Array>>;
  /** Where the shards begin; one that begins at 0 if not given. */
  readonly ranges?: readonly number[];
  readonly index?: string;
  readonly packageXml?: string;
  readonly packing?: Packing;
}

export function packageXml({ updates, locations = '' }: SmallCatalog): string {
  const files = locations === '' ? '' : `<FileLocations>${locations}</FileLocations>`;
  return (
    '<?xml version="1.0" encoding="utf-8"?><OfflineSyncPackage MinimumClientVersion="5.8.0.2678" ' +
    `PackageId="${guidOf(900)}" PackageVersion="1.1" ProtocolVersion="1.0" ` +
    `CreationDate="2026-07-14T13:54:06Z" SourceId="${guidOf(901)}" ` +
    'xmlns="http://schemas.microsoft.com/msus/2004/02/OfflineSync">' +
    `<Updates>${updates}</Updates>${files}</OfflineSyncPackage>`
  );
}

export function indexXml(ranges: readonly number[]): string {
  const cabinets = ranges.map(
    (start, i) => `<CAB NAME="package${String(i + 2)}.cab" RANGESTART="${String(start)}"/>`,
  );
  return `<INDEX VERSION="1"><CABLIST XOR="0"><CAB NAME="package.cab"/>${cabinets.join('')}</CABLIST></INDEX>`;
}

const encoder = new TextEncoder();
export const utf8 = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? encoder.encode(text) : text;

/** One folder with these members; names get the backslashes that real cabinets have. */
export function plainCabinet(
  members: Readonly<Record<string, string | Uint8Array>>,
  packing: Packing = mszip,
): Uint8Array<ArrayBuffer> {
  const named = Object.entries(members).map(
    ([name, text]) => [name.replaceAll('/', '\\'), utf8(text)] as const,
  );
  return cabinetOf([{ packing, members: Object.fromEntries(named) }]);
}

/** The nested cabinet: index, master list, shards. */
export function nestedCatalog(catalog: SmallCatalog): Uint8Array<ArrayBuffer> {
  const { fragments = {}, ranges = [0], packing = mszip } = catalog;
  const shards = ranges.map((start, i) => {
    const next = Math.min(...ranges.filter((other) => other > start));
    const own = Object.entries(fragments).filter(([name]) => {
      const id = Number(name.slice(name.lastIndexOf('/') + 1));
      return id >= start && id < next;
    });
    return [`package${String(i + 2)}.cab`, plainCabinet(Object.fromEntries(own), packing)] as const;
  });
  return plainCabinet(
    {
      'index.xml': catalog.index ?? indexXml(ranges),
      'package.cab': plainCabinet({ 'package.xml': catalog.packageXml ?? packageXml(catalog) }, packing),
      ...Object.fromEntries(shards),
    },
    stored,
  );
}

/** Master list and fragments side by side in one cabinet, as in a single update. */
export function flatCatalog(catalog: SmallCatalog): Uint8Array<ArrayBuffer> {
  const xml = catalog.packageXml ?? packageXml(catalog);
  return plainCabinet({ 'package.xml': xml, ...catalog.fragments }, catalog.packing ?? mszip);
}

export function fileOf(bytes: Uint8Array | string, name = 'wsusscn2.cab'): File {
  return new File([utf8(bytes) as BlobPart], name);
}

/** Reads what is expected to be readable. */
export async function readDocument(
  bytes: Uint8Array | string,
  name?: string,
  scope: MuScope = wholeScope,
): Promise<MuDocument> {
  const read = await readMicrosoftUpdate(fileOf(bytes, name), unsignedAllowed, scope);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Reads what is expected to be refused. */
export async function readRefusal(bytes: Uint8Array | string, name?: string): Promise<Rejection> {
  const read = await readMicrosoftUpdate(fileOf(bytes, name), unsignedAllowed);
  if (read.ok) throw new Error('it was read');
  return read.error;
}

export interface WholeCatalog {
  readonly revisions: readonly MuRevision[];
  readonly details: readonly MuDetail[];
  readonly report: MuReadReport;
}

/** Reads in two steps, as the page does; sorted by update id. */
export async function readWhole(bytes: Uint8Array, scope: MuScope = wholeScope): Promise<WholeCatalog> {
  const file = fileOf(bytes);
  const master = await readMasterList(file, {});
  const revisions: MuRevision[] = [];
  const details: MuDetail[] = [];
  const sink = {
    revisions: (batch: readonly MuRevision[]) => void revisions.push(...batch),
    details: (batch: readonly MuDetail[]) => void details.push(...batch),
  };
  const report = await readCatalog(file, master, scope, sink, {});
  const byId = (a: MuDetail | MuRevision, b: MuDetail | MuRevision): number =>
    a.updateId < b.updateId ? -1 : a.updateId > b.updateId ? 1 : a.revision - b.revision;
  return { revisions: revisions.sort(byId), details: details.sort(byId), report };
}
