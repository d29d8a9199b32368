import { reject } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import type { CatalogFormat, Head, InventoryFormat } from './format.ts';
import { inventoryFormats } from './inventory/index.ts';
import { catalogFormats } from './registry.ts';
import { looksLikeWebPage } from './text/index.ts';

/**
 * The format of a file, told by its content, whatever it is called. Rejections: `web-page-instead`,
 * `archive-not-supported` (unpack first), `not-recognised` with what it looks like (`text`, `xml`,
 * `binary`).
 */
export function recognise(head: Head): Result<CatalogFormat | InventoryFormat> {
  for (const format of [...catalogFormats, ...inventoryFormats]) {
    if (format.sniff(head)) return { ok: true, value: format };
  }
  if (looksLikeWebPage(head.text)) return reject('web-page-instead', head.name);
  const archive = archiveKind(head.bytes);
  if (archive !== null) return reject('archive-not-supported', head.name, '', { kind: archive });
  return reject('not-recognised', head.name, '', { looksLike: looksLike(head.text) });
}

const archiveStarts: Readonly<Record<string, string>> = {
  '504b0304': 'ZIP',
  '377abcaf': '7z',
  '52617221': 'RAR',
  '1f8b': 'gzip',
};

function archiveKind(bytes: Uint8Array): string | null {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return Object.entries(archiveStarts).find(([magic]) => start.startsWith(magic))?.[1] ?? null;
}

function looksLike(text: string): 'text' | 'xml' | 'binary' {
  // eslint-disable-next-line no-control-regex -- control characters are what tells binary data
  const odd = text.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0;
  if (odd * 50 > text.length) return 'binary';
  return text.trimStart().startsWith('<') ? 'xml' : 'text';
}
