/** Note of an import that runs: what is still there at the next start was interrupted. */
const name = 'patchferry.import-running';

/** How many files, and the name of one of them. */
export interface InterruptedImport {
  readonly files: number;
  readonly first: string;
}

/** Where storage is refused nothing is noted: nothing is kept there either. */
function guarded<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

/** Notes that these files are being imported. */
export function noteImport(files: readonly File[]): void {
  const note: InterruptedImport = { files: files.length, first: files[0]?.name ?? '' };
  guarded(() => localStorage.setItem(name, JSON.stringify(note)), undefined);
}

/** The import came to its end, whatever that was. */
export function forgetImport(): void {
  guarded(() => localStorage.removeItem(name), undefined);
}

/** An import that began and never ended, or null. */
export function interruptedImport(): InterruptedImport | null {
  return guarded(() => {
    const note: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (typeof note !== 'object' || note === null) return null;
    const { files, first } = note as Partial<InterruptedImport>;
    return typeof files === 'number' && typeof first === 'string' ? { files, first } : null;
  }, null);
}
