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
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === backslash) at += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === 123 || code === 91) {
      open += 1;
      if (open > depth) depth = open;
    } else if (code === 125 || code === 93) open -= 1;
  }
  return { depth, open };
}
