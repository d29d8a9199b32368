import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { TrustedRoot } from '../domain/index.ts';
import { readRoots } from '../formats/authenticode/index.ts';
import type { SiteTrust } from '../formats/index.ts';
import { rejectionMessage } from '../formats/scan-json/index.ts';
import { UsageError } from './exit-codes.ts';
import { findFiles } from './find-files.ts';

export interface TrustPaths {
  /** Files with root certificates. */
  readonly roots: readonly string[];
  readonly allowUnsigned: string | null;
}

/** What the command line trusts, as plain data: it goes to other threads as well. */
export interface GivenTrust {
  readonly roots: readonly TrustedRoot[];
  readonly allowUnsigned: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The same as readers ask for it. */
export function siteTrustOf({ roots, allowUnsigned, at }: GivenTrust): SiteTrust {
  return { roots, overrideOf: () => allowUnsigned ?? undefined, by: '', at };
}

/**
 * What signatures of catalogs may end at, from --root and --allow-unsigned. Throws `UsageError` for a
 * file that is not there or holds no root: a scan that trusts less than was asked is not what was asked.
 */
export async function readTrust({ roots, allowUnsigned }: TrustPaths, from: string): Promise<GivenTrust> {
  const at = Date.now();
  const trusted: TrustedRoot[] = [];
  const paths = roots.length === 0 ? [] : await findFiles(roots, from, () => undefined);
  for (const path of paths) {
    const read = await readRoots(new File([await openAsBlob(path)], basename(path)));
    if (!read.ok) throw new UsageError(`"--root": ${rejectionMessage(read.error)}`);
    trusted.push(...read.value.roots.map((root) => ({ ...root, importedAt: at, importedBy: '' })));
  }
  return { roots: trusted, allowUnsigned, at };
}
