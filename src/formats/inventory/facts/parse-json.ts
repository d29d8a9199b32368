import { formatError } from '../../format-error.ts';
import { jsonPlaces } from './json-places.ts';
import type { JsonPlaces } from './json-places.ts';
import { factsLimits } from './limits.ts';

/**
 * JSON text of at most `maxDepth` nested brackets: counted before it is parsed, because a parser
 * follows every bracket. Throws `FormatError` with `too-deep`, `cut-off` or `facts-malformed`.
 */
export function parseJson(
  text: string,
  file: string,
  { depth, open }: Pick<JsonPlaces, 'depth' | 'open'> = jsonPlaces(text),
): unknown {
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
