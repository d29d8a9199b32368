import { createSHA256 } from 'hash-wasm';
import type { SaxesTagNS } from 'saxes';
import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readBytes } from '../read-bytes.ts';
import { QuickSaxes } from './quick-saxes.ts';
import { looksLikeWebPage } from './web-page.ts';
import { XmlDecoder } from './xml-decoder.ts';
import { complaint } from './xml-complaint.ts';

/** What a format lets an XML file have at most; each is refused by its name. */
export interface XmlLimits {
  readonly maxFileBytes: number;
  readonly maxDepth: number;
  readonly maxElements: number;
  /** Attributes of one element, namespace declarations included. */
  readonly maxAttributes: number;
  /** Characters between two marks: a text, an attribute value, a comment. */
  readonly maxTextLength: number;
}

export type Attributes = ReadonlyMap<string, string>;

/** Called for every element in document order; may throw `FormatError`. */
export interface XmlHandler {
  /** `attributes` holds those without a namespace, by name. */
  open(local: string, namespace: string, attributes: Attributes): void;
  /** `text`: characters since the last mark, entities resolved; the whole text for an element without children. */
  close(text: string): void;
}

export interface XmlSource {
  /** `line 812, cvrfdoc/Vulnerability/CVE`: where the reader stands, for rejections and warnings. */
  place(): string;
}

/** Names that mean something to JavaScript objects: no known format has them (CAT19). */
export function isRefusedName(name: string): boolean {
  // Asked for every name of the document: comparing lengths is faster than hashing for a Set.
  return name === '__proto__' || name === 'constructor' || name === 'prototype';
}

const noAttributes: Attributes = new Map();

/**
 * Reads an XML file once, hashing and parsing the same bytes: strict well-formedness, namespaces,
 * every limit of `limits`, no document type declaration, XML 1.0 characters only (security,
 * section 4). Memory is bounded by the longest text, not by the file.
 *
 * Returns bytes and lower-case hex SHA-256. Throws `FormatError`.
 */
export async function readStrictXml(
  file: FileSource,
  context: ReadContext,
  limits: XmlLimits,
  makeHandler: (source: XmlSource) => XmlHandler,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  if (file.size === 0) throw formatError('file-empty', file.name);
  if (file.size > limits.maxFileBytes) {
    throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: limits.maxFileBytes });
  }
  const hash = await createSHA256();
  const document = new XmlDocument(file.name, limits, makeHandler);
  for await (const piece of readBytes(file, context)) {
    hash.update(piece);
    document.write(piece);
  }
  document.end();
  return { bytes: file.size, sha256: hash.digest('hex') };
}

/** One XML document given piece by piece, as `readStrictXml` reads it; for members of archives. */
export class XmlDocument {
  readonly #decoder: XmlDecoder;
  readonly #parser: StrictParser;

  constructor(name: string, limits: XmlLimits, makeHandler: (source: XmlSource) => XmlHandler) {
    this.#decoder = new XmlDecoder(name);
    this.#parser = new StrictParser(name, limits, makeHandler);
  }

  /** Throws `FormatError` for what is not well-formed or past a limit so far. */
  write(piece: Uint8Array): void {
    this.#parser.write(this.#decoder.push(piece));
  }

  /** Throws `FormatError` where the document is not complete. */
  end(): void {
    this.#parser.write(this.#decoder.end());
    this.#parser.end();
  }
}

class StrictParser implements XmlSource {
  readonly #file: string;
  readonly #limits: XmlLimits;
  readonly #handler: XmlHandler;
  readonly #sax = new QuickSaxes();
  readonly #path: string[] = [];
  #lastClosed = '';
  #elements = 0;
  #attributes = 0;
  #text = '';
  #written = 0;
  /** Characters written when the last mark was seen: what came since is one text. */
  #lastMark = 0;

  constructor(file: string, limits: XmlLimits, makeHandler: (source: XmlSource) => XmlHandler) {
    this.#file = file;
    this.#limits = limits;
    this.#handler = makeHandler(this);
    const sax = this.#sax;
    sax.on('error', (error) => {
      throw this.#notWellFormed(error.message);
    });
    sax.on('doctype', (doctype) => {
      const code = looksLikeWebPage(`<!doctype${doctype}`) ? 'web-page-instead' : 'doctype-refused';
      throw formatError(code, file, this.place());
    });
    sax.on('opentagstart', (tag) => {
      // Before the parser complains about the unquoted attributes of a web page.
      if (looksLikeWebPage(`<${tag.name}>`)) throw formatError('web-page-instead', file, this.place());
      sax.off('opentagstart');
    });
    sax.on('attribute', () => this.#attribute());
    sax.on('opentag', (tag) => this.#open(tag));
    sax.on('text', (text) => this.#addText(text));
    sax.on('cdata', (text) => this.#addText(text));
    sax.on('comment', () => this.#mark());
    sax.on('processinginstruction', () => this.#mark());
    sax.on('closetag', (tag) => {
      this.#mark();
      this.#lastClosed = tag.name;
      this.#handler.close(this.#text);
      this.#text = '';
      this.#path.pop();
    });
  }

  write(text: string): void {
    if (text === '') return;
    this.#written += text.length;
    this.#sax.write(text);
    if (this.#written - this.#lastMark > this.#limits.maxTextLength + text.length) {
      throw this.#over('text-length', this.#limits.maxTextLength);
    }
  }

  end(): void {
    this.#sax.close();
  }

  place(): string {
    const path = this.#path.map((name) => name.slice(0, 40)).join('/');
    return path === '' ? `line ${this.#sax.line}` : `line ${this.#sax.line}, ${path}`;
  }

  #open(tag: SaxesTagNS): void {
    this.#mark();
    if (isRefusedName(tag.local) || isRefusedName(tag.prefix)) throw this.#refused(tag.name);
    if (++this.#elements > this.#limits.maxElements) {
      throw formatError('too-many-elements', this.#file, this.place(), { maximum: this.#limits.maxElements });
    }
    if (this.#path.push(tag.local) > this.#limits.maxDepth) {
      const place = `line ${this.#sax.line}`;
      throw formatError('too-deep', this.#file, place, { maximum: this.#limits.maxDepth });
    }
    this.#text = '';
    const attributes = this.#attributes === 0 ? noAttributes : this.#plainAttributes(tag);
    this.#attributes = 0;
    this.#handler.open(tag.local, tag.uri, attributes);
  }

  #attribute(): void {
    this.#mark();
    if (++this.#attributes > this.#limits.maxAttributes) {
      throw this.#over('attributes', this.#limits.maxAttributes);
    }
  }

  #plainAttributes(tag: SaxesTagNS): Attributes {
    const attributes = new Map<string, string>();
    for (const { prefix, local, value } of Object.values(tag.attributes)) {
      if (isRefusedName(local) || isRefusedName(prefix)) throw this.#refused(local);
      if (prefix === '') attributes.set(local, value);
    }
    return attributes;
  }

  #addText(text: string): void {
    this.#mark();
    this.#text = this.#text === '' ? text : this.#text + text;
    if (this.#text.length > this.#limits.maxTextLength)
      throw this.#over('text-length', this.#limits.maxTextLength);
  }

  #mark(): void {
    this.#lastMark = this.#written;
  }

  #refused(name: string) {
    return formatError('name-refused', this.#file, this.place(), { name: name.slice(0, 40) });
  }

  #over(limit: string, maximum: number) {
    return formatError('limit-exceeded', this.#file, this.place(), { limit, maximum });
  }

  #notWellFormed(message: string) {
    const { code, details } = complaint(message, this.#path.at(-1) ?? '', this.#lastClosed);
    return formatError(code, this.#file, this.place(), details);
  }
}
