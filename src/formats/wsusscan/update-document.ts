import type { MuDetail, MuDocument, MuScope } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { hashFile } from '../hash.ts';
import { readBytes } from '../read-bytes.ts';
import type { RuleElement } from '../rules/index.ts';
import { XmlDecoder, XmlDocument } from '../text/index.ts';
import { muDocument } from './document.ts';
import { readUpdates } from './documents.ts';
import type { UpdateText } from './documents.ts';
import { readFragment } from './fragment-tree.ts';
import { headOf } from './head.ts';
import { documentLimits, maxFragmentText } from './limits.ts';
import { ManifestFilter } from './manifest-filter.ts';
import { startsAsFragment } from './sniff.ts';

export interface UpdateDocument {
  readonly document: MuDocument;
  /** Of its revisions, in any order. */
  readonly details: readonly MuDetail[];
}

/**
 * Reads a file that is one update without a catalog around it: a full update document (`upd:Update`,
 * wsusscn2, section 8) or a core fragment.
 *
 * Throws `FormatError`: those of the XML reader; `element-missing` (UpdateIdentity), `not-well-formed`.
 */
export async function readUpdateDocument(
  file: FileSource,
  context: ReadContext,
  scope: MuScope,
): Promise<UpdateDocument> {
  if (file.size === 0) throw formatError('file-empty', file.name);
  const text = await textOf(file, context);
  const tree = readFragment(text.replace(/^\s*<\?xml[^>]*\?>/, ''));
  if (!tree.ok) throw formatError('not-well-formed', file.name, '', { problem: tree.reason });
  const found = updatesIn(tree.elements);
  // Which part of the text is whose is known only where there is one.
  const updates = found.map((elements): UpdateText => ({ elements, text: found.length === 1 ? text : '' }));
  const read =
    updates.length === 0 ? 'UpdateIdentity missing' : await readUpdates(file.name, updates, scope.languages);
  if (typeof read === 'string') {
    throw formatError('element-missing', file.name, read, { element: 'UpdateIdentity' });
  }
  const sha256 = await hashFile(file, context.signal === undefined ? {} : { signal: context.signal });
  const document = muDocument({
    file: file.name,
    bytes: file.size,
    sha256,
    form: 'documents',
    packageId: '',
    created: '',
    scope,
    counts: read.counts,
    revisions: read.revisions,
    ruleElements: read.report.ruleElements,
    warnings: read.report.warnings,
  });
  return { document, details: read.details };
}

/** A document is checked as every XML file is; its text is kept, manifests cut to their identity. */
async function textOf(file: FileSource, context: ReadContext): Promise<string> {
  if (file.size > documentLimits.maxFileBytes) {
    const maximum = documentLimits.maxFileBytes;
    throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum });
  }
  const decoder = new XmlDecoder(file.name);
  const filter = new ManifestFilter(maxFragmentText);
  const keep = (text: string): void => {
    if (filter.push(text)) return;
    throw formatError('limit-exceeded', file.name, '', { limit: 'text-length', maximum: maxFragmentText });
  };
  // A fragment has no root: only its tree is checked.
  const strict = startsAsFragment(await headOf(file, 4096))
    ? null
    : new XmlDocument(file.name, documentLimits, () => ({ open: nothing, close: nothing }));
  for await (const piece of readBytes(file, context)) {
    strict?.write(piece);
    keep(decoder.push(piece));
  }
  strict?.end();
  keep(decoder.end());
  return filter.end();
}

function nothing(): void {
  // Only whether it is well-formed matters.
}

/** The parts of each update: of full documents those in `Update`, of a fragment its own. */
function updatesIn(elements: readonly RuleElement[]): readonly (readonly RuleElement[])[] {
  if (elements.some(({ name }) => name === 'UpdateIdentity')) return [elements];
  return elements.flatMap((element) => (element.children.length > 0 ? updatesIn(element.children) : []));
}
