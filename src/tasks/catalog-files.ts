import { guidOfMuUpdate } from '../domain/index.ts';
import type { InstallBehaviour, MuFile } from '../domain/index.ts';
import type { FindRelated } from '../scan/index.ts';
import type { BundlePlan } from './engine.ts';
import type { ReadMuDetail } from './ports.ts';

/**
 * The plan with the files of its Microsoft updates: those of the update and of all its children, as the stored
 * details name them. An update of which nothing is kept stays as it is.
 */
export async function withCatalogFiles(
  plan: BundlePlan,
  related: FindRelated,
  read: ReadMuDetail,
): Promise<BundlePlan> {
  const items: BundlePlan['items'][number][] = [];
  for (const item of plan.items) {
    const guid = guidOfMuUpdate(item.update);
    const files = guid === null ? [] : await filesOf(guid, related, read);
    items.push(files.length === 0 ? item : { ...item, files });
  }
  return { ...plan, items };
}

async function filesOf(
  updateId: string,
  related: FindRelated,
  read: ReadMuDetail,
): Promise<InstallBehaviour['files']> {
  const byHash = new Map<string, MuFile>();
  const waiting = [updateId];
  const seen = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const found = seen.has(id) ? null : related(id);
    seen.add(id);
    if (found === null) continue;
    const { revision } = found;
    for (const file of (await read(id, revision.revision))?.files ?? []) byHash.set(file.sha1, file);
    waiting.push(...revision.bundled.flat().map((child) => child.updateId));
  }
  return [...byHash.values()]
    .map(({ name, size, sha1, sha256, url }) => ({ name, size, sha1, sha256, url }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.sha1 < b.sha1 ? -1 : 1));
}
