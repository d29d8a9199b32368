import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { editionOf, updatesIn } from '../domain/index.ts';
import type { CatalogDocument } from '../domain/index.ts';
import { rejectionMessage } from '../formats/scan-json/index.ts';
import { compareEditions } from '../tasks/compare-editions.ts';
import type { DiffArguments } from './arguments.ts';
import { formatsOf } from './composition.ts';
import { diffText } from './diff-text.ts';
import { exitCodes, UsageError } from './exit-codes.ts';
import { readPath } from './read-path.ts';
import { readTrust } from './read-trust.ts';
import type { GivenTrust } from './read-trust.ts';
import type { Surroundings } from './surroundings.ts';

/** `catalog diff`: prints what changed from one edition of a catalog to another. */
export async function diffCommand(given: DiffArguments, surroundings: Surroundings): Promise<number> {
  const { older, newer, json } = given;
  const trust = await readTrust(given, surroundings.from);
  const documents: CatalogDocument[] = [];
  for (const path of [older, newer]) {
    const document = await catalogAt(path, trust, surroundings);
    if (document === null) return exitCodes.rejected;
    documents.push(document);
  }
  const [before, after] = documents;
  if (before === undefined || after === undefined) throw new Error('two documents were read');
  if (before.source !== after.source) {
    throw new UsageError(
      `${older} (${before.source}) and ${newer} (${after.source}) are catalogs of different kinds: give two editions of one.`,
    );
  }
  const difference = compareEditions(before, after);
  const sides = { older: sideOf(before), newer: sideOf(after) };
  const text = json
    ? `${JSON.stringify({ format: 'patchferry-catalog-diff/1', ...sides, ...difference }, null, 2)}\n`
    : diffText(difference, sides.older, sides.newer);
  process.stdout.write(text);
  return exitCodes.done;
}

function sideOf(document: CatalogDocument) {
  const { file, sha256 } = document;
  return { edition: editionOf(document), file, sha256, updates: updatesIn(document) };
}

/** The catalog in a file; null after saying why there is none. */
async function catalogAt(
  path: string,
  trust: GivenTrust,
  { from, built, terminal }: Surroundings,
): Promise<CatalogDocument | null> {
  const full = resolve(from, path);
  const found = await stat(full).catch(() => null);
  if (found === null) throw new UsageError(`"${path}" is not there.`);
  if (!found.isFile()) throw new UsageError(`"${path}" is no file: "catalog diff" takes two catalog files.`);
  const items = await readPath(full, formatsOf(built), trust);
  const item = items.find(({ kind }) => kind === 'catalog') ?? items[0];
  if (item?.kind === 'catalog') return item.document;
  if (item?.kind === 'rejected') terminal.say(`rejected: ${rejectionMessage(item.error)}`);
  else terminal.say(`rejected: ${path} is no catalog.`);
  return null;
}
