import type { IHasher } from 'hash-wasm';
import type { RuleElement } from '../rules/index.ts';

/**
 * SHA-256 in lower-case hex over what a fragment says: names are local, attributes and siblings sorted,
 * update ids lower case, manifests cut to their identity. The order of elements and attributes varies
 * between editions without meaning (wsusscn2, section 4.2), so it must not void an authorization. Files
 * keep their order: packages of several are installed in it.
 *
 * @param hash SHA-256, used and left ready for the next call
 */
export function fragmentHash(hash: IHasher, elements: readonly RuleElement[]): string {
  return hash.init().update(siblings(elements)).digest('hex');
}

/** The content hash of a revision, of the hashes of its core and extended fragment; empty = it has none. */
export function contentHash(hash: IHasher, core: string, extended: string): string {
  return hash.init().update(`core ${core} extended ${extended}`).digest('hex');
}

function siblings(elements: readonly RuleElement[]): string {
  const [only] = elements;
  if (only !== undefined && elements.length === 1) return canonical(only);
  return inOrder(elements.map(canonical)).join('');
}

function canonical(element: RuleElement): string {
  const { name, attributes, children, text } = element;
  return `<${name} ${attributesOf(attributes)}>${contentOf(name, children, text)}</>`;
}

function attributesOf(attributes: RuleElement['attributes']): string {
  if (attributes.size === 0) return '';
  const written: string[] = [];
  // Lengths in front of texts: no text can be taken for another one.
  for (const [key, value] of attributes) written.push(`${key}=${sized(plain(key, value))}`);
  return inOrder(written).join(' ');
}

function contentOf(name: string, children: RuleElement['children'], text: string): string {
  if (children.length === 0) return sized(text.trim());
  return name === 'Files' ? children.map(canonical).join('') : siblings(children);
}

/** Sorts short lists in place, as most are; those that are in order already are only looked at. */
function inOrder(texts: string[]): string[] {
  if (texts.length > 24) return texts.sort();
  for (let at = 1; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    let to = at;
    for (; to > 0 && (texts[to - 1] ?? '') > text; to -= 1) texts[to] = texts[to - 1] ?? '';
    if (to < at) texts[to] = text;
  }
  return texts;
}

function sized(text: string): string {
  return `${String(text.length)}:${text}`;
}

function plain(key: string, value: string): string {
  return key === 'UpdateID' ? value.toLowerCase() : value;
}
