import type { Rejection } from '../../domain/index.ts';
import { FormatError, formatError } from '../format-error.ts';
import { XmlDocument, detectXmlEncoding, firstElement } from '../text/index.ts';
import type { EntryReader, ZipEntry } from '../zip/index.ts';
import type { PackageCollector } from './collector.ts';
import { sdpLimits } from './limits.ts';
import { sdpRoots } from '../../domain/index.ts';

const headBytes = 4096;

/** Archives and cabinets by their first bytes. */
const archives: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x4d, 0x53, 0x43, 0x46],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x1f, 0x8b],
];

/** Whether a file begins as a package or catalog: by the local name of its root, whatever it is called. */
export function isSdpXml(head: Uint8Array): boolean {
  const encoding = detectXmlEncoding(head);
  if (!encoding.ok) return false;
  const text = new TextDecoder(encoding.label).decode(head.subarray(encoding.skip));
  const root = firstElement(text);
  return sdpRoots.some((known) => known === root);
}

/**
 * Reads an entry of an archive: packages and catalogs go to the collector, manifests and payloads are
 * passed over. A file that cannot be read is refused alone, with its name; the others of the archive are
 * used. An archive in the archive is refused: real ones are flat (LIM01).
 */
export function memberReader(file: string, entry: ZipEntry, collector: PackageCollector): EntryReader {
  const name = `${file}/${entry.name}`;
  const held: Uint8Array[] = [];
  let heldBytes = 0;
  const member = collector.member();
  let document: XmlDocument | null = null;
  let isRefused = false;
  /** Faults of this file are its own; limits that are the archive's are the archive's. */
  const own = (read: () => void): void => {
    if (isRefused) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof FormatError) || isOfArchive(error.rejection)) throw error;
      member.refuse(error.rejection);
      isRefused = true;
      document = null;
    }
  };
  let isDecided = false;
  const decide = () => {
    isDecided = true;
    const head = joined(held, heldBytes);
    if (archives.some((mark) => mark.every((byte, at) => head[at] === byte))) {
      throw formatError('limit-exceeded', file, entry.name, { limit: 'archive-depth', maximum: 1 });
    }
    if (!isSdpXml(head.subarray(0, headBytes))) return;
    document = new XmlDocument(name, sdpLimits, (source) => member.document(source, name));
    document.write(head);
  };
  return {
    write(piece) {
      if (isDecided) return own(() => document?.write(piece));
      // The unpacker may use its buffer again.
      held.push(piece.slice());
      heldBytes += piece.length;
      if (heldBytes >= headBytes) own(decide);
    },
    end() {
      own(() => {
        if (!isDecided) decide();
        document?.end();
        member.done();
      });
    },
  };
}

const ofArchive: readonly unknown[] = ['archive-depth', 'packages'];

function isOfArchive({ code, details }: Rejection): boolean {
  return code === 'cancelled' || ofArchive.includes(details['limit']);
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
