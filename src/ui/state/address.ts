/** Query strings of the hash part of an address. */

/** First value of a parameter, or an empty text. */
export function readParameter(query: string, name: string): string {
  return new URLSearchParams(query).get(name) ?? '';
}

/** The query with changed values; an empty value takes its parameter away. */
export function changeParameters(query: string, values: Readonly<Record<string, string>>): string {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') changed.delete(name);
    else changed.set(name, value);
  }
  return changed.toString();
}
