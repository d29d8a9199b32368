/** A tree of elements to be written; text and attribute values are plain text, escaped on writing. */
export interface XmlElement {
  readonly name: string;
  /** Written in the given order; undefined and null ones are left out. */
  readonly attributes?: Readonly<Record<string, string | number | null | undefined>>;
  readonly children?: readonly (XmlElement | string)[];
}

/** Short form for building trees. */
export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children };
}

/** XML 1.0, production 2 [Char]: everything else cannot stand in a document, not even escaped. */
// eslint-disable-next-line no-control-regex
const notAllowed = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text for element content or a quoted attribute. Characters XML cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(notAllowed, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A whole document: declaration, two blanks per level, LF line ends, final line end. Elements with text
 * stay on one line so that no blank is added to the text. Same tree, same bytes.
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`;
}

function lines(node: XmlElement, indent: string): string[] {
  const attributes = Object.entries(node.attributes ?? {})
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
  const open = `${indent}<${node.name}${attributes}`;
  const children = node.children ?? [];
  if (children.length === 0) return [`${open}/>`];
  if (children.some((child) => typeof child === 'string')) {
    const inner = children.map((child) =>
      typeof child === 'string' ? escapeXml(child) : lines(child, '').join(''),
    );
    return [`${open}>${inner.join('')}</${node.name}>`];
  }
  const inner = children.flatMap((child) => (typeof child === 'string' ? [] : lines(child, `${indent}  `)));
  return [`${open}>`, ...inner, `${indent}</${node.name}>`];
}

/** Line ends and tabs in attributes are normalised to blanks by readers unless written as references. */
function escapeAttribute(value: string): string {
  return escapeXml(value).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;');
}
