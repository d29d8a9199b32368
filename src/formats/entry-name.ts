/** Windows: these mean devices with any extension. */
const device = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?$/i;

/**
 * Whether an entry's name could leave the folder it is unpacked to, or mean a device or stream (ZIP01).
 * Nothing is unpacked to disk here; an archive with such a name is not what it seems to be.
 */
export function isHostileName(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.includes('\\') || name.includes(':')) return true;
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001F\u007F]/.test(name)) return true;
  const parts = name.replace(/\/$/, '').split('/');
  return parts.some((part) => part === '' || /[. ]$/.test(part) || device.test(part));
}

/** Two entries with the same folded name are one file on Windows (ZIP02). */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}
