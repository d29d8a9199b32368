import { formatError } from '../../format-error.ts';
import { factsLimits } from './limits.ts';

/**
 * JSON text of at most `maxDepth` nested brackets: counted before it is parsed, because a parser
 * follows every bracket. Throws `FormatError` with `too-deep`, `cut-off` or `facts-malformed`.
 */
export function parseJson(text: string, file: string): unknown {
  const { depth, open } = nesting(text);
  if (depth > factsLimits.maxDepth) {
    throw formatError('too-deep', file, '', { maximum: factsLimits.maxDepth });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (open > 0) throw formatError('cut-off', file, '', { expected: '}' }, cause);
    const found = cause instanceof Error ? cause.message.slice(0, 120) : '';
    throw formatError('facts-malformed', file, '', { field: '', expected: 'JSON', found }, cause);
  }
}

const quote = 34;
const backslash = 92;

/** Deepest nesting outside of strings, and how many brackets are open at the end. */
function nesting(text: string): { readonly depth: number; readonly open: number } {
  let open = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
    } else if (code === 123 || code === 91) {
      open += 1;
      if (open > depth) depth = open;
    } else if (code === 125 || code === 93) open -= 1;
  }
  return { depth, open };
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
