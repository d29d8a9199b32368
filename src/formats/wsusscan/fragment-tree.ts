import { localName } from '../rules/index.ts';
import type { RuleElement } from '../rules/index.ts';
import { QuickSaxes, isRefusedName } from '../text/index.ts';
import { AttributeList, noAttributes } from './attribute-list.ts';
import { fragmentLimits } from './limits.ts';
import { quickTree } from './quick-tree.ts';

/** A fragment as the elements it is a run of, or why it cannot be read. */
export type FragmentTree =
  | { readonly ok: true; readonly elements: readonly RuleElement[] }
  /** `line 3: unclosed tag: And` … for the list of faults. */
  | { readonly ok: false; readonly reason: string };

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: RuleElement[];
}

class Refusal extends Error {}

const noChildren: readonly RuleElement[] = [];

/**
 * Parses a rootless fragment strictly: well-formed, no document type, no refused name, within the limits
 * of a fragment. Names and attributes are by their local part (wsusscn2, section 4: foreign blobs declare
 * namespaces in the middle).
 */
export function readFragment(text: string): FragmentTree {
  const elements = quickTree(text);
  return elements === null ? readStrictFragment(text) : { ok: true, elements };
}

/** The same by the strict parser alone, whatever form the fragment has. */
export function readStrictFragment(text: string): FragmentTree {
  const open: OpenElement[] = [{ name: '', attributes: noAttributes, children: [] }];
  let elements = 0;
  let content = '';
  const sax = new QuickSaxes();
  sax.on('error', (error) => {
    throw new Refusal(error.message);
  });
  sax.on('doctype', () => {
    throw new Refusal('document type declaration');
  });
  sax.on('text', (piece) => (content += piece));
  sax.on('cdata', (piece) => (content += piece));
  sax.on('opentag', (tag) => {
    if (++elements > fragmentLimits.maxElements) throw new Refusal('too many elements');
    if (open.length > fragmentLimits.maxDepth) throw new Refusal('too deep');
    const name = localName(tag.local);
    if (isRefusedName(name) || isRefusedName(tag.prefix)) throw new Refusal(`name refused: ${name}`);
    open.push({ name, attributes: attributesOf(tag.attributes), children: [] });
    content = '';
  });
  sax.on('closetag', () => {
    const closed = open.pop();
    const parent = open.at(-1);
    // The root that was put around the fragment closes last.
    if (closed === undefined || parent === undefined) return;
    const { name, attributes, children } = closed;
    parent.children.push({
      name,
      attributes,
      children: children.length === 0 ? noChildren : children,
      text: content,
    });
    content = '';
  });
  try {
    sax.write(root).write(text).write('</f>').close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, reason: error.message.slice(0, 120) };
  }
  const frame = open[0]?.children ?? [];
  const [whole] = frame;
  // A fragment that closes the root itself would bring several.
  if (whole === undefined || frame.length !== 1) return { ok: false, reason: 'text behind the end' };
  return { ok: true, elements: whole.children };
}

/** xsi: attributes of full documents keep that prefix in some fragments. */
const root = '<f xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">';

interface SaxAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
}

function attributesOf(given: Readonly<Record<string, SaxAttribute>>): ReadonlyMap<string, string> {
  // By name: of two with the same local name the last one counts.
  const attributes = new Map<string, string>();
  let count = 0;
  for (const name in given) {
    const attribute = given[name];
    if (attribute === undefined) continue;
    const { prefix, local, value } = attribute;
    if (isRefusedName(local) || isRefusedName(prefix)) throw new Refusal(`name refused: ${local}`);
    if (prefix === 'xmlns' || name === 'xmlns') continue;
    if (++count > fragmentLimits.maxAttributes) throw new Refusal('too many attributes');
    if (value.length > fragmentLimits.maxAttributeLength) throw new Refusal('attribute too long');
    attributes.set(local, value);
  }
  return attributes.size === 0
    ? noAttributes
    : new AttributeList([...attributes.keys()], [...attributes.values()]);
}
