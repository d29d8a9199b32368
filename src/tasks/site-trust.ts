import { hashFile } from '../formats/index.ts';
import type { FileSource, SiteTrust } from '../formats/index.ts';
import type { WorkspaceData } from '../store/index.ts';

type Stored = Pick<WorkspaceData, 'editions' | 'trustedRoots' | 'settings'>;

/**
 * What the site trusts while these files are read: its roots, the reasons given now, and for bytes that
 * are stored already the reason on record, so that nobody is asked twice for one file.
 *
 * @param reasons by file name
 * @param at milliseconds since 1970
 */
export async function siteTrust(
  stored: Stored,
  files: readonly FileSource[],
  reasons: Readonly<Record<string, string>>,
  at: number,
): Promise<SiteTrust> {
  const recorded = new Map<FileSource, string>();
  for (const file of files) {
    const reason = await recordedReason(file, stored);
    if (reason !== undefined) recorded.set(file, reason);
  }
  const given = new Map(Object.entries(reasons));
  return {
    roots: stored.trustedRoots,
    overrideOf: (file) => given.get(file.name) ?? recorded.get(file),
    by: stored.settings.operator,
    at,
  };
}

async function recordedReason(file: FileSource, { editions }: Stored): Promise<string | undefined> {
  const same = editions.filter(
    ({ document }) => document.bytes === file.size && document.signature?.override,
  );
  if (same.length === 0) return undefined;
  try {
    const sha256 = await hashFile(file, {});
    return same.find(({ document }) => document.sha256 === sha256)?.document.signature?.override?.reason;
  } catch {
    // A medium that fails now fails in the import too, which says so.
    return undefined;
  }
}
