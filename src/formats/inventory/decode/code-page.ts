import { oemTables } from './oem-tables.ts';

/** OEM and ANSI page per language, as Windows sets them (inventory-sources, section 2). */
const pagesByLanguage: Readonly<Record<string, readonly [oem: string, ansi: string]>> = Object.fromEntries(
  [
    ['ar fa ur', 'cp720', 'windows-1256'],
    ['be bg ky mk mn ru tt uk', 'ibm866', 'windows-1251'],
    ['bs cs hr hu pl ro sk sl sq', 'cp852', 'windows-1250'],
    ['az tr uz', 'cp857', 'windows-1254'],
    ['el', 'cp737', 'windows-1253'],
    ['et lt lv', 'cp775', 'windows-1257'],
    ['he', 'cp862', 'windows-1255'],
    ['ja', 'shift_jis', 'shift_jis'],
    ['ko', 'euc-kr', 'euc-kr'],
    ['sr', 'cp852', 'windows-1250'],
    ['th', 'windows-874', 'windows-874'],
    ['vi', 'windows-1258', 'windows-1258'],
    ['zh', 'gbk', 'gbk'],
  ].flatMap(([languages = '', oem = '', ansi = '']) =>
    languages.split(' ').map((language) => [language, [oem, ansi]]),
  ),
);

/** Territories and scripts whose pages differ from those of their language. */
const pagesByTag: Readonly<Record<string, readonly [oem: string, ansi: string]>> = {
  'en-us': ['cp437', 'windows-1252'],
  'en-ph': ['cp437', 'windows-1252'],
  'zh-tw': ['big5', 'big5'],
  'zh-hk': ['big5', 'big5'],
  'zh-mo': ['big5', 'big5'],
  'zh-hant': ['big5', 'big5'],
  'sr-cyrl': ['cp855', 'windows-1251'],
  'az-cyrl': ['ibm866', 'windows-1251'],
  'uz-cyrl': ['ibm866', 'windows-1251'],
};

const western: readonly [oem: string, ansi: string] = ['cp850', 'windows-1252'];

/** Pages of a locale tag as systeminfo writes it (`it`, `zh-cn`, `sr-latn-rs`); Western for unknown ones. */
export function pagesOfLocale(tag: string): readonly [oem: string, ansi: string] {
  const parts = tag.toLowerCase().split('-');
  for (let length = parts.length; length > 1; length -= 1) {
    const pages = pagesByTag[parts.slice(0, length).join('-')];
    if (pages) return pages;
  }
  return pagesByLanguage[parts[0] ?? ''] ?? western;
}

/** Bytes of a code page as text; bytes without a character become U+FFFD. */
export function decodeCodePage(bytes: Uint8Array, page: string): string {
  const table = oemTables[page];
  if (table === undefined) return new TextDecoder(page).decode(bytes);
  // Latin-1 gives every byte its own code: 0x80 and up then go through the table.
  let text = '';
  const atOnce = 8192;
  for (let start = 0; start < bytes.length; start += atOnce) {
    text += String.fromCharCode(...bytes.subarray(start, start + atOnce));
  }
  return text.replace(/[\u0080-\u00ff]/g, (letter) => table[letter.charCodeAt(0) - 128] ?? '\ufffd');
}
