import type { FileData } from '../../../domain/index.ts';
import type { Answer } from '../collected-facts.ts';
import { childOf } from '../xml-parts.ts';
import type { XmlPart } from '../xml-parts.ts';
import { statusOf, textOf, unavailable } from './item.ts';

/**
 * The answer of a `file_item`; null for a folder, and for a file below system32 as a 32-bit program sees
 * it: Windows shows that program another folder under the same name.
 */
export function fileAnswer(item: XmlPart): Answer | null {
  const written = (name: string) => childOf(item, name)?.text.trim() ?? '';
  const name = written('filename');
  const folder = written('path').replace(/\\+$/, '');
  const path = written('filepath') || (name === '' || folder === '' ? '' : `${folder}\\${name}`);
  if (!/^[a-z]:\\[^\\]/i.test(path)) return null;
  if (textOf(item, 'windows_view') === '32_bit' && /\\system32\\/i.test(path)) return null;
  const subject = { kind: 'file', path: path.replace(/(?!^)\\{2,}/g, '\\') } as const;
  const status = statusOf(item);
  if (status === 'error' || status === 'not collected') return { subject, ...unavailable(status) };
  const missing = ['filepath', 'filename', 'path'].some(
    (part) => statusOf(childOf(item, part)) === 'does not exist',
  );
  if (status === 'does not exist' || missing) return { subject, state: 'absent' };
  return { subject, state: 'known', value: fileData(item) };
}

function fileData(item: XmlPart): FileData {
  const size = textOf(item, 'size');
  const version = versionOf(item);
  const [created, modified] = [fileTime(textOf(item, 'c_time')), fileTime(textOf(item, 'm_time'))];
  return {
    ...(/^\d{1,15}$/.test(size) && { size: Number(size) }),
    ...(version !== undefined && { version }),
    ...(created !== null && { created }),
    ...(modified !== null && { modified }),
  };
}

/** Null where it was looked for and the file has none; undefined where nobody looked. */
function versionOf(item: XmlPart): string | null | undefined {
  const part = childOf(item, 'version');
  if (part && statusOf(part) === 'does not exist') return null;
  const text = textOf(item, 'version');
  return /^\d{1,10}(?:\.\d{1,10}){3}$/.test(text) ? text : undefined;
}

const fileTimeEpochMs = 11_644_473_600_000n;

/** 100-nanosecond steps since 1601 as ISO 8601 UTC. */
function fileTime(text: string): string | null {
  if (!/^\d{17,19}$/.test(text)) return null;
  const ms = Number(BigInt(text) / 10_000n - fileTimeEpochMs);
  return Math.abs(ms) <= 253_402_300_799_999 ? new Date(ms).toISOString() : null;
}
