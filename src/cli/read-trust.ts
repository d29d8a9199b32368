import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { TrustedRoot } from '../domain/index.ts';
import { readRoots } from '../formats/authenticode/index.ts';
import type { SiteTrust } from '../formats/index.ts';
import { rejectionMessage } from '../formats/scan-json/index.ts';
import { UsageError } from './exit-codes.ts';
import { findFiles } from './find-files.ts';

/** What --root and --allow-unsigned say, as plain data: it crosses to the threads that read. */
export interface GivenTrust {
  readonly roots: readonly TrustedRoot[];
  /** Why catalogs count whose signature proves nothing, or null: they do not. */
  readonly reason: string | null;
  /** Milliseconds since 1970: the time of checking. */
  readonly at: number;
}

export function siteTrustOf({ roots, reason, at }: GivenTrust): SiteTrust {
  return { roots, overrideOf: () => reason ?? undefined, by: '', at };
}

export interface TrustPaths {
  /** Files with root certificates. */
  readonly roots: readonly string[];
  readonly allowUnsigned: string | null;
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
  return { roots: trusted, reason: allowUnsigned, at };
}
