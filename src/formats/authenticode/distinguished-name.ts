import { childrenOf, expectTag, readOid, tags } from './der.ts';
import type { Der } from './der.ts';

/** Short names of RFC 4514, section 3; others stand with their number. */
const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
};

const maxNameLength = 400;

/** A name of a certificate: its bytes for comparing, its text for people. */
export interface DistinguishedName {
  readonly bytes: Uint8Array;
  /** Most specific part first. */
  readonly text: string;
  /** Organization, else common name. */
  readonly organization: string;
}

export function readName(element: Der | undefined): DistinguishedName {
  const sequence = expectTag(element, tags.sequence);
  const parts = childrenOf(sequence).flatMap((set) =>
    childrenOf(expectTag(set, tags.set)).map((pair) => {
      const [type, value] = childrenOf(expectTag(pair, tags.sequence));
      const oid = readOid(type);
      return { name: shortNames[oid] ?? oid, value: textOf(value) };
    }),
  );
  const text = parts
    .map(({ name, value }) => `${name}=${value.replace(/[\\,+"<>;=]/g, '\\$&')}`)
    .reverse()
    .join(', ');
  // Of several the last is the most specific one.
  const last = (name: string) => parts.findLast((part) => part.name === name)?.value;
  return {
    bytes: sequence.whole,
    text: text.slice(0, maxNameLength),
    organization: (last('O') ?? last('CN') ?? text).slice(0, maxNameLength),
  };
}

const encodings: Readonly<Record<number, string>> = {
  [tags.bmpString]: 'utf-16be',
  [tags.teletexString]: 'latin1',
};

/** Text of a string type; what is none stands as nothing. */
export function textOf(element: Der | undefined): string {
  if (element === undefined) return '';
  return new TextDecoder(encodings[element.tag] ?? 'utf-8').decode(element.content);
}
