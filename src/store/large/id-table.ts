/** Texts that recur, by number: an update id stands in dozens of lists and is kept once. */
export class IdTable {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/** The text of a number; throws where a table was cut. */
export function textAt(texts: readonly string[], number: number): string {
  const text = texts[number];
  if (text === undefined) throw new RangeError(`no text ${String(number)}`);
  return text;
}
