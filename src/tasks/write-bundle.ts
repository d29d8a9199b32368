import type { ReportProgress, Result } from '../domain/index.ts';
import {
  bagFolder,
  bagWriter,
  collidingNames,
  fitsZip,
  folderSink,
  largestZip,
  safeNames,
  tooLargeForFat32,
  withFolder,
  writeManifest,
  writeReadme,
  writeShoppingCsv,
  writeShoppingHtml,
  zipSink,
  type BagSink,
  type BagWriter,
  type ManifestFile,
} from '../formats/bundle/index.ts';
import { FormatError, formatError, settle } from '../formats/index.ts';
import type { JournalDraft } from '../store/store.ts';
import { composeManifest, composeReadme, composeShoppingList, type BundleContent } from './bundle-papers.ts';
import { bundleProgress } from './bundle-progress.ts';
import { checkUpdateFile } from './check-update-file.ts';
import type { BundleReceipt, BundleRequest } from './engine.ts';
import { matchUpdateFiles, type MatchedFiles } from './match-update-files.ts';

export interface WriteBundleInput extends BundleContent {
  readonly request: BundleRequest;
  readonly report?: ReportProgress;
  readonly signal?: AbortSignal;
}

export interface WrittenBundle {
  readonly receipt: BundleReceipt;
  /** To be stored together with whatever else the act changes. */
  readonly journal: JournalDraft;
}

/**
 * Writes the bundle as one ZIP of at most 4 GiB.
 * Errors: those of `writeBundle`, and `bundle-too-large-for-zip` before anything is read.
 */
export async function writeBundleZip(
  input: WriteBundleInput,
): Promise<Result<WrittenBundle & { readonly zip: Blob }>> {
  return settle(async () => {
    const { byUpdate } = matchUpdateFiles(input.request.files, input.plan.items);
    const sizes = [...byUpdate.values()].flat().map((file) => file.size);
    if (!fitsZip(sizes)) {
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      throw formatError('bundle-too-large-for-zip', folderOf(input), '', {
        bytes,
        limit: largestZip,
      });
    }
    const sink = zipSink(folderOf(input));
    const written = await write(input, sink, 1);
    return { ...written, zip: sink.blob() };
  });
}

/**
 * Writes the bundle into a new folder inside the one the person picked, reads everything again and
 * compares the hashes. A bundle that is not finished is deleted again; details `folder`, `left` (yes or no).
 * Errors: those of `writeBundle`, `bundle-folder-not-empty`, `bundle-write-failed`,
 * `bundle-medium-full`, `bundle-verify-failed`.
 */
export async function writeBundleFolder(
  input: WriteBundleInput,
  folder: FileSystemDirectoryHandle,
): Promise<Result<WrittenBundle>> {
  return settle(async () => {
    // What can be refused before the folder is made leaves no folder behind.
    const checked = await checkBundle(input);
    const sink = await folderSink(folder, folderOf(input));
    try {
      return await write(input, sink, 2, checked);
    } catch (error) {
      throw await withFolder(error, folderOf(input), () => sink.abandon());
    }
  });
}

/**
 * Writes the bundle into any sink. Errors: `bundle-empty` (no update file, and no consent to that),
 * `bundle-names-collide`, those of `checkUpdateFile`, `file-changed-while-read`, `cancelled`.
 */
export function writeBundle(input: WriteBundleInput, sink: BagSink): Promise<Result<WrittenBundle>> {
  return settle(() => write(input, sink, 1));
}

async function write(
  input: WriteBundleInput,
  sink: BagSink,
  passes: 1 | 2,
  checked?: MatchedFiles,
): Promise<WrittenBundle> {
  const matched = checked ?? (await checkBundle(input));
  const total = [...matched.byUpdate.values()].flat().reduce((sum, file) => sum + file.size, 0) * passes;
  const bag = bagWriter(sink, folderOf(input), {
    ...(input.signal ? { signal: input.signal } : {}),
    onBytes: bundleProgress(total, input.report),
  });
  const files = await copyFiles(bag, input, matched);
  const copied = [...files.values()].flat();
  const oversized = tooLargeForFat32(copied);

  const list = composeShoppingList(input, files);
  const html = await bag.text('data/shopping-list.html', await writeShoppingHtml(list));
  const csv = await bag.text('data/shopping-list.csv', writeShoppingCsv(list));
  const missing = input.plan.items
    .filter((item) => !files.has(item.update))
    .map((item) => item.kb || item.update);
  // Payload so far, and manifest.xml, which lists README.txt and therefore comes after it.
  const payloadFiles = copied.length + 3;
  const readme = await bag.text(
    'README.txt',
    writeReadme(composeReadme(input, missing, payloadFiles, oversized.length > 0)),
  );
  const papers = [readme, csv, html];
  const manifest = await bag.text(
    'data/manifest.xml',
    writeManifest(await composeManifest(input, files, papers)),
  );
  await bag.folder('out');
  const payload = await bag.finish([
    ['Source-Organization', input.settings.site],
    ['External-Identifier', input.bundleId],
    ['External-Description', input.request.name],
    ['Bagging-Date', new Date(input.now).toISOString().slice(0, 10)],
    ['Bag-Software-Agent', input.software],
  ]);

  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  const receipt: BundleReceipt = {
    bundleId: input.bundleId,
    folder: folderOf(input),
    files: payload.length,
    bytes,
    manifestSha256: manifest.sha256,
    missing,
    unmatched: matched.unmatched.map((file) => file.name),
    tooLargeForFat32: oversized.map((file) => file.originalName),
    recorded: true,
  };
  return { receipt, journal: journalDraft(input, receipt) };
}

/** Everything that forbids writing, before anything is written. */
async function checkBundle(input: WriteBundleInput): Promise<MatchedFiles> {
  const matched = matchUpdateFiles(input.request.files, input.plan.items);
  if (matched.byUpdate.size === 0 && !input.request.allowEmpty) {
    throw formatError('bundle-empty', input.request.name, '', { updates: input.plan.items.length });
  }
  await checkFiles(matched, input);
  return matched;
}

function folderOf(input: WriteBundleInput): string {
  return bagFolder(input.request.name, input.bundleId);
}

async function copyFiles(
  bag: BagWriter,
  input: WriteBundleInput,
  matched: MatchedFiles,
): Promise<ReadonlyMap<string, readonly ManifestFile[]>> {
  const copied = new Map<string, readonly ManifestFile[]>();
  for (const item of input.plan.items) {
    const sources = matched.byUpdate.get(item.update) ?? [];
    const names = safeNames(sources.map((source) => source.name));
    const files: ManifestFile[] = [];
    for (const [index, source] of sources.entries()) {
      const file = await bag.copy(`data/updates/${item.order}/${names[index]}`, source);
      files.push({ ...file, originalName: source.name });
    }
    if (files.length > 0) copied.set(item.update, files);
  }
  return copied;
}

/** All that can be said before the first byte is written. */
async function checkFiles(matched: MatchedFiles, { plan, signal }: WriteBundleInput): Promise<void> {
  for (const files of matched.byUpdate.values()) {
    const collision = collidingNames(files.map((file) => file.name));
    if (collision) {
      throw formatError('bundle-names-collide', collision[1], '', { other: collision[0] });
    }
    for (const file of files) {
      const checked = await checkUpdateFile(file, plan.items, signal ? { signal } : {});
      if (!checked.ok) throw new FormatError(checked.error);
    }
  }
}

/** Names the folder that was written; what was typed only where it differs. */
function journalDraft(input: WriteBundleInput, receipt: BundleReceipt): JournalDraft {
  const typed = input.request.name;
  return {
    act: 'bundle-written',
    details: {
      name: receipt.folder,
      ...(typed === receipt.folder ? {} : { typed }),
      updates: input.plan.items.length,
      machines: input.plan.machines.length,
      files: receipt.files,
      bytes: receipt.bytes,
      bundle: receipt.bundleId,
      manifestSha256: receipt.manifestSha256,
      missing: receipt.missing.join(' '),
    },
  };
}
