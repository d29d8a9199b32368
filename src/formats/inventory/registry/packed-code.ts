/**
 * A product or patch code as Windows Installer packs it into a key name: 32 hex digits; groups of 8, 4 and
 * 4 stand backwards, of the last 16 each pair is swapped (inventory-sources, section 7). Null for others.
 */
export function unpackedCode(packed: string): string | null {
  if (!/^[\da-f]{32}$/i.test(packed)) return null;
  const backwards = (from: number, to: number) => [...packed.slice(from, to)].reverse().join('');
  const swapped = packed.slice(16).replace(/(.)(.)/g, '$2$1');
  const parts = [backwards(0, 8), backwards(8, 12), backwards(12, 16), swapped.slice(0, 4), swapped.slice(4)];
  return `{${parts.join('-').toUpperCase()}}`;
}
