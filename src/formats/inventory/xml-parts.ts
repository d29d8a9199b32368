import { formatError } from '../format-error.ts';
import type { Attributes, XmlHandler, XmlSource } from '../text/index.ts';

/** An element with what it holds: only of parts that a reader asked for, never of a whole file. */
export interface XmlPart {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlPart[];
  /** Of an element without children; as written. */
  readonly text: string;
  /** 1-based line of its start. */
  readonly line: number;
}

interface OpenPart extends XmlPart {
  readonly children: XmlPart[];
}

/** Elements of one part: a part that grows beyond that is no part of an inventory. */
const maxPartElements = 20_000;

/**
 * Hands over elements of given names, each with its subtree, in document order. Throws `FormatError`
 * `root-not-expected` for another root, `limit-exceeded` for a part of too many elements.
 */
export class XmlParts implements XmlHandler {
  readonly #open: OpenPart[] = [];
  /** Of the root, without namespaces; empty before it was read. */
  rootAttributes: Attributes = new Map();
  #depth = 0;
  #elements = 0;

  constructor(
    private readonly file: string,
    private readonly source: XmlSource,
    private readonly root: string,
    private readonly wanted: ReadonlySet<string>,
    private readonly take: (part: XmlPart) => void,
  ) {}

  open(name: string, _namespace: string, attributes: Attributes): void {
    if (this.#depth === 0 && name !== this.root) {
      const details = { found: name.slice(0, 40), expected: this.root };
      throw formatError('root-not-expected', this.file, this.source.place(), details);
    }
    if (this.#depth === 0) this.rootAttributes = attributes;
    this.#depth += 1;
    if (this.#open.length === 0 && !this.wanted.has(name)) return;
    if (this.#open.length === 0) this.#elements = 0;
    if (++this.#elements > maxPartElements) {
      const details = { limit: 'elements of one part', maximum: maxPartElements };
      throw formatError('limit-exceeded', this.file, this.source.place(), details);
    }
    const line = Number(/^line (\d+)/.exec(this.source.place())?.[1] ?? 0);
    this.#open.push({ name, attributes, children: [], text: '', line });
  }

  close(text: string): void {
    this.#depth -= 1;
    const closed = this.#open.pop();
    if (!closed) return;
    const part = closed.children.length === 0 && text !== '' ? { ...closed, text } : closed;
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(part);
    else this.take(part);
  }
}

/** First child of that name, case ignored, or undefined. */
export function childOf(part: XmlPart | undefined, name: string): XmlPart | undefined {
  return part?.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
}

/** Trimmed text of the first element of that name anywhere below; empty where there is none. */
export function textBelow(part: XmlPart | undefined, name: string): string {
  return partBelow(part, name)?.text.trim() ?? '';
}

function partBelow(part: XmlPart | undefined, name: string): XmlPart | undefined {
  for (const child of part?.children ?? []) {
    if (child.name.toLowerCase() === name.toLowerCase()) return child;
    const below = partBelow(child, name);
    if (below) return below;
  }
  return undefined;
}
