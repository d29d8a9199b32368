/**
 * ASN.1 in DER (X.690, section 10): definite lengths, one-byte tags. Elements are views on the bytes
 * and are opened one level at a time, so depth and memory stay with the caller.
 */
import { signatureLimits } from './limits.ts';
import { SignatureFault } from './problem.ts';

export interface Der {
  readonly tag: number;
  /** The element with tag and length. */
  readonly whole: Uint8Array<ArrayBuffer>;
  /** Its content. */
  readonly content: Uint8Array<ArrayBuffer>;
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Tag of a context-specific element, `[n]`. */
export function context(number: number, constructed = true): number {
  return (constructed ? 0xa0 : 0x80) + number;
}

/**
 * The element that begins at `at`.
 * Throws `SignatureFault` `not-der` for indefinite or overlong lengths, long tags, and an element that
 * reaches beyond its container.
 */
export function readDer(bytes: Uint8Array<ArrayBuffer>, at = 0): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new SignatureFault('not-der', 'end of data');
  if ((tag & 0x1f) === 0x1f) throw new SignatureFault('not-der', 'long tag');
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0) throw new SignatureFault('not-der', 'indefinite length');
    if (count > 4) throw new SignatureFault('not-der', 'length of more than four bytes');
    length = 0;
    for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[start + index] ?? 0);
    start += count;
  }
  const end = start + length;
  if (end > bytes.length) throw new SignatureFault('not-der', 'beyond its container');
  return { tag, whole: bytes.subarray(at, end), content: bytes.subarray(start, end) };
}

/** The children of a constructed element. */
export function childrenOf({ content }: Pick<Der, 'content'>): readonly Der[] {
  const children: Der[] = [];
  for (let at = 0; at < content.length;) {
    if (children.length === signatureLimits.maxChildren) throw new SignatureFault('structure', 'children');
    const child = readDer(content, at);
    children.push(child);
    at += child.whole.length;
  }
  return children;
}

/** The element, when it is there and of that tag; `structure` otherwise. */
export function expectTag(element: Der | undefined, tag: number): Der {
  if (element?.tag !== tag) throw new SignatureFault('structure', `tag ${String(element?.tag)}`);
  return element;
}

/** `1.2.840.113549.1.7.2` */
export function readOid(element: Der | undefined): string {
  const { content } = expectTag(element, tags.oid);
  const parts: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER) throw new SignatureFault('not-der', 'object identifier');
    if ((byte & 0x80) !== 0) continue;
    if (parts.length === 0) {
      const root = Math.min(Math.floor(value / 40), 2);
      parts.push(root, value - root * 40);
    } else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

/** A small non-negative number, such as a path length or a salt length. */
export function readSmallInteger(element: Der | undefined): number {
  const { content } = expectTag(element, tags.integer);
  if (content.length === 0 || content.length > 4 || (content[0] ?? 0) >= 0x80) {
    throw new SignatureFault('structure', 'integer');
  }
  return content.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Bytes of a BIT STRING that has whole bytes. */
export function readBits(element: Der | undefined): Uint8Array<ArrayBuffer> {
  const { content } = expectTag(element, tags.bitString);
  if (content[0] !== 0) throw new SignatureFault('structure', 'bit string');
  return content.subarray(1);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
