import { isHostName } from '../../domain/index.ts';
import type { Evidence, InventoryReading, ReadingWarning, ReadingWarningCode } from '../../domain/index.ts';
import { escapeUnstorable } from './decode/index.ts';
import { fileStem } from './file-stem.ts';
import { maxEvidenceText } from './limits.ts';

/** What every reading says about its file. */
export interface ReadFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The code page was a guess. */
  readonly guessed: boolean;
}

/** The machine name as the file writes it, and its 1-based line. */
export interface WrittenName {
  readonly text: string;
  readonly line: number;
}

/**
 * A reading from what a format found: the written machine name counts only if it can be one, and
 * warnings that all formats share are added.
 */
export function makeReading(
  source: ReadFile,
  format: string,
  written: WrittenName | null,
  facts: Pick<InventoryReading, 'os' | 'hotfixes'> & { readonly installation?: string | null },
  warnings: readonly ReadingWarning[],
): InventoryReading {
  const { file, bytes, sha256, guessed } = source;
  const name = written?.text.trim() ?? '';
  const legal = isHostName(name);
  const warn = (code: ReadingWarningCode, details: ReadingWarning['details'] = {}) => ({
    code,
    file,
    details,
  });
  return {
    format,
    file,
    sha256,
    bytes,
    machineName: legal ? name : null,
    stem: fileStem(file),
    os: facts.os,
    hotfixes: facts.hotfixes,
    collectedAt: null,
    ...(typeof facts.installation === 'string' && { installation: facts.installation }),
    warnings: [
      ...(name !== '' && !legal
        ? [
            warn('name-not-legal', {
              name: escapeUnstorable(name.slice(0, maxEvidenceText)),
              line: written?.line ?? 0,
            }),
          ]
        : []),
      ...(guessed ? [warn('encoding-guessed')] : []),
      ...warnings,
    ],
  };
}

/** Evidence for a line of a file: as written, without its indent. */
export function lineEvidence(source: ReadFile, line: number, written: string): Evidence {
  const text = escapeUnstorable(written.trim().slice(0, maxEvidenceText));
  return { file: source.file, sha256: source.sha256, line, text };
}
