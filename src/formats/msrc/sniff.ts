import type { Head } from '../format.ts';
import { detectXmlEncoding, firstElement } from '../text/index.ts';
import { namespaces } from './namespaces.ts';

/**
 * Whether a file is a CVRF document by its first bytes, whatever it is called (CAT25): the first
 * element is `cvrfdoc` and the CVRF namespace is named. A document type declaration before it does
 * not hide it: reading refuses it with its own words.
 */
export function sniffMsrcDocument(head: Head): boolean {
  const encoding = detectXmlEncoding(head.bytes);
  if (!encoding.ok) return false;
  const text = new TextDecoder(encoding.label).decode(head.bytes.subarray(encoding.skip, 16 * 1024));
  return firstElement(text) === 'cvrfdoc' && text.includes(namespaces.get('cvrf') ?? '');
}

/** The id that stands in the first bytes of a document (`DocumentTracking/Identification/ID`), or null. */
export function documentOf(head: Head): string | null {
  const encoding = detectXmlEncoding(head.bytes);
  if (!encoding.ok) return null;
  const text = new TextDecoder(encoding.label).decode(head.bytes.subarray(encoding.skip));
  return /<(?:\w+:)?Identification>\s*<(?:\w+:)?ID>\s*([^<\s]{1,40})\s*</.exec(text)?.[1] ?? null;
}
