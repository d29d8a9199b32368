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
  const texts = elements.map(canonical);
  return (texts.length > 1 ? texts.sort() : texts).join('');
}

function canonical(element: RuleElement): string {
  const { name, attributes, children, text } = element;
  // Lengths in front of texts: no text can be taken for another one.
  const written: string[] = [];
  for (const [key, value] of attributes) written.push(`${key}=${sized(plain(key, value))}`);
  if (written.length > 1) written.sort();
  const inner =
    children.length === 0
      ? sized(text.trim())
      : name === 'Files'
        ? children.map(canonical).join('')
        : siblings(children);
  return `<${name} ${written.join(' ')}>${inner}</>`;
}

function sized(text: string): string {
  return `${String(text.length)}:${text}`;
}

function plain(key: string, value: string): string {
  return key === 'UpdateID' ? value.toLowerCase() : value;
}
