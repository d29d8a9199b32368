import { sha256Hex } from '../hash.ts';
import {
  machinesText,
  remarkText,
  takeEveryFile,
  type ShoppingItem,
  type ShoppingList,
} from './shopping-list.ts';

const style = `
  @page { margin: 15mm }
  body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem; color: #111; background: #fff }
  h1 { font-size: 1.4rem; margin: 0 0 .3rem } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem }
  .marking, .practice { border: 2px solid; padding: .3rem .6rem; font-weight: 600; text-align: center }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem } dd { margin: 0 }
  table { border-collapse: collapse; width: 100%; table-layout: fixed } thead { display: table-header-group }
  th, td { border: 1px solid #777; padding: .3rem .45rem; text-align: left; vertical-align: top }
  td, dd, h1 { overflow-wrap: anywhere } tr { break-inside: avoid } .box { width: 3rem } .kb { width: 6.5rem }
  code { font-family: ui-monospace, monospace; font-size: .93em } ul { margin: 0; padding-left: 1.1rem }
`;

/**
 * The shopping list as one HTML file that works from a stick: no script, no link, no picture, nothing
 * requested; its own Content Security Policy allows only this style sheet, by hash (XSS02). Every text
 * of a catalog or a person is escaped and isolated from the direction of writing (XSS01, XSS03, XSS05).
 */
export async function writeShoppingHtml(list: ShoppingList): Promise<string> {
  const missing = list.items.filter((item) => item.attached.length === 0);
  const attached = list.items.filter((item) => item.attached.length > 0);
  const policy = `default-src 'none'; style-src 'sha256-${await styleHash()}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width">',
    `<title>Shopping list: ${escapeHtml(list.name)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...(list.marking === '' ? [] : [`<p class="marking">${isolated(list.marking)}</p>`]),
    ...(list.practice ? ['<p class="practice">Practice data: invented updates. Fetch nothing.</p>'] : []),
    `<h1>Shopping list: ${isolated(list.name)}</h1>`,
    '<dl>',
    `<dt>Bundle</dt><dd><code>${escapeHtml(list.bundleId)}</code></dd>`,
    ...(list.site === '' ? [] : [`<dt>Site</dt><dd>${isolated(list.site)}</dd>`]),
    `<dt>Written</dt><dd>${escapeHtml(list.created)} (UTC)</dd>`,
    `<dt>Catalogs</dt><dd>${list.catalogs.map(isolated).join(', ') || 'none'}</dd>`,
    '</dl>',
    `<h2>To fetch: ${missing.length}</h2>`,
    ...(missing.length === 0
      ? ['<p>Nothing: every update of this bundle has its files.</p>']
      : [
          '<ol>',
          '<li>On a connected computer open the search address of each line in a browser.</li>',
          '<li>Choose the entry of each product named in the line.</li>',
          `<li>${escapeHtml(takeEveryFile)} Keep the names as they are.</li>`,
          '<li>Put the files of one line into a folder named like the KB, and carry the folders back.</li>',
          '</ol>',
          ...table(missing, false),
        ]),
    ...(attached.length === 0
      ? []
      : [`<h2>Already in this bundle: ${attached.length}</h2>`, ...table(attached, true)]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function table(items: readonly ShoppingItem[], withFiles: boolean): string[] {
  const head = withFiles
    ? '<th class="kb">KB</th><th>Update</th><th>Files</th>'
    : '<th class="box">Done</th><th class="kb">KB</th><th>Update</th><th>Products to take</th><th>Search address</th>';
  const row = (item: ShoppingItem): string => {
    const kb = `<td><code>${escapeHtml(item.kb ?? 'none')}</code></td>`;
    const remarks = item.remarks
      .map((remark) => `<br><b>${escapeHtml(remarkText(remark, item.machines))}</b>`)
      .join('');
    const title = `<td>${isolated(item.title)}<br>${machinesText(item.machines)}${remarks}</td>`;
    return withFiles
      ? `<tr>${kb}${title}<td>${bullets(item.attached)}</td></tr>`
      : `<tr><td>&#9744;</td>${kb}${title}<td>${bullets(item.products)}</td><td><code>${isolated(item.source)}</code></td></tr>`;
  };
  return ['<table>', `<thead><tr>${head}</tr></thead>`, '<tbody>', ...items.map(row), '</tbody>', '</table>'];
}

function bullets(texts: readonly string[]): string {
  return `<ul>${texts.map((text) => `<li>${isolated(text)}</li>`).join('')}</ul>`;
}

function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

/**
 * Controls, invisible characters and marks of writing direction are shown by their number: they must not
 * act in a list that people copy from (XSS05).
 */
const mustBeSeen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

function escapeHtml(text: string): string {
  return text
    .replace(
      mustBeSeen,
      (mark) => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

async function styleHash(): Promise<string> {
  const hex = await sha256Hex(new TextEncoder().encode(style));
  const bytes = hex.match(/../g) ?? [];
  return btoa(bytes.map((byte) => String.fromCharCode(parseInt(byte, 16))).join(''));
}
