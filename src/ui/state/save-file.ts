/**
 * Hands a file to the person as a download. Plain `<a download>`: hardened sites forbid file pickers
 * that write (security notes, 3.3). The address is given back once the browser has taken it.
 */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `2026-11-21T0312Z`: sorts by time and is a legal name everywhere. */
export function stampOf(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace(':', '') + 'Z';
}

/** The part of a site name that is safe in a file name; `fallback` when nothing is left. */
export function fileWord(text: string, fallback: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || fallback
  );
}
