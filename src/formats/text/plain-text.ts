/** Named references that occur in Microsoft's notes; others stay as they are written. */
const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);
const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{1,8}));/g;
const lineBreaking = /^\/?(?:p|br|li|tr|div|ul|ol|table|h[1-6])$/;
const silent = /^(?:script|style)$/;

/**
 * The words of a piece of HTML as plain text: tags become line breaks or nothing, the content of
 * scripts and styles is left out, references are decoded once. The result is text, to be shown as
 * a text node only: it may well contain characters like `<`. Linear in the length of its input.
 *
 * `maximum` characters at most; longer text ends with an ellipsis.
 */
export function plainText(html: string, maximum = 4000): string {
  const parts: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    parts.push(html.slice(at, open));
    const tag = /^<(?:!--|(\/?[a-zA-Z][a-zA-Z0-9]{0,15})|!|\?)/.exec(html.slice(open, open + 20));
    if (!tag) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    const name = (tag[1] ?? '').toLowerCase();
    if (lineBreaking.test(name)) parts.push('\n');
    at = endOfTag(lower, open, tag[0], name);
  }
  parts.push(html.slice(at));
  const text = parts.join('').replace(reference, decode);
  return shorten(
    text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim(),
    maximum,
  );
}

function endOfTag(html: string, open: number, opening: string, name: string): number {
  if (opening === '<!--') return after(html, '-->', open);
  if (!silent.test(name)) return after(html, '>', open);
  return after(html, '>', html.indexOf(`</${name}`, open));
}

function after(html: string, mark: string, from: number): number {
  const found = from < 0 ? -1 : html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function decode(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named.get(name) ?? whole;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
  const printable = code === 10 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
  return printable ? String.fromCodePoint(code) : '\uFFFD';
}

function shorten(text: string, maximum: number): string {
  return text.length <= maximum ? text : `${text.slice(0, maximum - 1)}…`;
}
