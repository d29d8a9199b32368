/** Asks for values by name, case ignored; empty where there is none. */
export function valueReader(values: Readonly<Record<string, string>>): (name: string) => string {
  const byName = new Map(Object.entries(values).map(([name, text]) => [name.toLowerCase(), text]));
  return (name) => byName.get(name.toLowerCase()) ?? '';
}
