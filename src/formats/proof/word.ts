/** The word of a key, or the key itself: values of machines are looked up too, so only own keys count. */
export function wordOf(table: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(table, key) ? (table[key] ?? key) : key;
}
