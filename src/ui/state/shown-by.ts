/** Shows the codes of a facet by a table of words, whatever their case; a code that has none is not known. */
export function shownBy(words: Readonly<Record<string, string>>): (value: string) => string | undefined {
  const byCode = new Map(Object.entries(words).map(([code, word]) => [code.toLowerCase(), word]));
  return (value) => byCode.get(value.toLowerCase());
}
