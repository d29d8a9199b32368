import { createSHA256 } from 'hash-wasm';
import type { JournalEntry } from '../../domain/index.ts';
import { toBase64 } from './base64.ts';
import { formatName, formatVersion } from './contents.ts';
import type { WorkspaceContents } from './contents.ts';

function* records(contents: WorkspaceContents): Generator<object> {
  yield { settings: contents.settings };
  if (contents.practice) yield { practice: true };
  for (const reading of contents.readings) yield { reading };
  for (const [machine, ubr] of Object.entries(contents.ubr)) yield { ubr: { machine, ubr } };
  for (const authorization of contents.authorizations) yield { authorization };
  for (const ignored of contents.ignored) yield { ignored };
  for (const root of contents.trustedRoots) yield { root };
  for (const declaration of contents.declarations) yield { declaration };
  for (const waiting of contents.waiting) yield { waiting };
  if (!contents.states) return;
  const { blocks, ...lists } = contents.states.planes;
  yield { states: { ...lists, blocks: blocks.length, summary: contents.states.summary } };
  for (const { machines, planes } of blocks) {
    const bytes = new Uint8Array(planes.buffer, planes.byteOffset, planes.byteLength);
    yield { block: { machines, planes: toBase64(bytes) } };
  }
}

/** Records of a large catalog by its generation, in the order in which they have to be read again. */
export type PartsOf = (generation: string) => AsyncIterable<object>;

const noParts: PartsOf = async function* () {};

/**
 * Writes a workspace file: JSON lines in UTF-8. First `{"format":"patchferry-workspace/4",…}`, one
 * record a line, the journal last, and as the end `{"end":{"records":n,"sha256":…}}` with the SHA-256
 * over every byte before that line, so that `head -n -1 FILE | sha256sum` can check it.
 *
 * Yields pieces; the whole is never one string.
 */
export async function* writeWorkspace(
  contents: WorkspaceContents,
  journal: AsyncIterable<readonly JournalEntry[]>,
  writtenAt: number,
  partsOf: PartsOf = noParts,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const hash = await createSHA256();
  let count = 0;
  const line = (record: object): Uint8Array<ArrayBuffer> => {
    const bytes = encoder.encode(`${JSON.stringify(record)}\n`);
    hash.update(bytes);
    return bytes;
  };
  yield line({ format: `${formatName}/${formatVersion}`, writtenAt });
  for (const edition of contents.editions) {
    count += 1;
    const { document, generation } = edition;
    const isLarge = generation !== undefined && document.source === 'mu';
    yield line({ edition: isLarge ? { ...edition, document: { ...document, revisions: [] } } : edition });
    if (!isLarge) continue;
    for await (const part of partsOf(generation)) {
      count += 1;
      yield line({ part: { edition: edition.key, ...part } });
    }
  }
  for (const record of records(contents)) {
    count += 1;
    yield line(record);
  }
  for await (const entries of journal) {
    for (const entry of entries) {
      count += 1;
      yield line({ journal: entry });
    }
  }
  const sha256 = hash.digest('hex');
  yield encoder.encode(`${JSON.stringify({ end: { records: count, sha256 } })}\n`);
}
