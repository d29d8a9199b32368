/** The parts of a Microsoft update in the order in which its page shows them. */
import type { MuFile, UpdateDetail, UpdatePart } from '../../../domain/index.ts';

export interface ShownPart {
  /** Empty for the update itself. */
  readonly number: number;
  readonly part: UpdatePart;
}

/** The update, then every child that the edition has, each once. */
export function partsOf({ own, children }: UpdateDetail): readonly ShownPart[] {
  const found = new Map<string, ShownPart>([[own.id, { number: 0, part: own }]]);
  for (const { anyOf } of children) {
    for (const { part } of anyOf) {
      if (part !== null && !found.has(part.id)) found.set(part.id, { number: found.size, part });
    }
  }
  return [...found.values()];
}

/** A target with its checkpoints (installers, section 4: Windows 11 24H2 and Server 2025). */
export interface CheckpointSet {
  readonly files: readonly { readonly file: MuFile; readonly isTarget: boolean }[];
}

/**
 * Several .msu files of an update installed by the OS installer are one set: the target carries the update's
 * own KB in its name, the others are its checkpoints. Null where there is no such set.
 * @param kb `KB5060842`, or empty
 */
export function checkpointSet({ handler, detail }: UpdatePart, kb: string): CheckpointSet | null {
  const packages = detail?.files.filter(({ name }) => /\.msu$/i.test(name)) ?? [];
  if (handler !== 'OSInstaller' || packages.length < 2) return null;
  const inName = kb === '' ? null : new RegExp(`(?<![a-z0-9])${kb}(?!\\d)`, 'i');
  return { files: packages.map((file) => ({ file, isTarget: inName?.test(file.name) === true })) };
}
