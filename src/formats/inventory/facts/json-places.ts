/** Where the members of a facts file stand in its text, so that evidence names a line a person can open. */
export interface JsonPlaces {
  /** Deepest nesting outside of strings. */
  readonly depth: number;
  /** Brackets still open at the end of the text. */
  readonly open: number;
  /** 1-based lines of the members of the list `facts`, in order. */
  readonly records: readonly number[];
  /** 1-based lines of names inside `machine`, by name; the first of each. */
  readonly machine: ReadonlyMap<string, number>;
}

const quote = 34;
const backslash = 92;
const lineFeed = 10;
const colon = 58;

/** Goes through JSON text once, without building anything of it; text that is no JSON has places too. */
export function jsonPlaces(text: string): JsonPlaces {
  const records: number[] = [];
  const machine = new Map<string, number>();
  let open = 0;
  let depth = 0;
  let line = 1;
  /** Name of the member of the outermost object that is being read. */
  let member = '';
  let lists = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lineFeed) line += 1;
    else if (code === quote) {
      const start = at;
      at = endOfString(text, at);
      const isName = (open === 1 && lists === 0) || (member === 'machine' && machine.size < 1000);
      if (isName && isFollowedByColon(text, at)) {
        const name = text.slice(start + 1, at);
        if (open === 1) member = name;
        else if (!machine.has(name)) machine.set(name, line);
      }
    } else if (code === 123 || code === 91) {
      if (code === 91) lists += 1;
      if (open === 2 && lists === 1 && code === 123 && member === 'facts') records.push(line);
      open += 1;
      if (open > depth) depth = open;
    } else if (code === 125 || code === 93) {
      if (code === 93) lists -= 1;
      open -= 1;
    }
  }
  return { depth, open, records, machine };
}

function isFollowedByColon(text: string, end: number): boolean {
  let at = end + 1;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return text.charCodeAt(at) === colon;
}

/** Place of the quote that ends the string beginning at `start`; the text's length where none does. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return text.length;
}
