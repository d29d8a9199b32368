import type { Head } from '../format.ts';
import { firstName, isCabinet } from '../cab/index.ts';
import { detectXmlEncoding } from '../text/index.ts';

/**
 * Whether a file is MSSecure.XML by its first bytes, whatever it is called: its first element is
 * `BulletinDatastore`, or it is a cabinet whose first member is called `mssecure.xml`.
 */
export function sniff(head: Head): boolean {
  if (isCabinet(head.bytes)) return /^mssecure\.xml$/i.test(firstName(head.bytes) ?? '');
  const encoding = detectXmlEncoding(head.bytes);
  if (!encoding.ok) return false;
  const start = new TextDecoder(encoding.label).decode(head.bytes.subarray(encoding.skip, 16 * 1024));
  const bare = start
    .replace(/<\?[^>]*>/g, '')
    .replace(/<!--(?:[^-]|-(?!-))*-->/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/, '');
  return /^\s*<(?:[A-Za-z_][\w.-]*:)?BulletinDatastore[\s>/]/.test(bare);
}
