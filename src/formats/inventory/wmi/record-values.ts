import { isRefusedName } from '../../text/index.ts';
import { maxReportedText } from '../limits.ts';

/** Properties of one record: more are those of no class. */
const maxValues = 1000;

/**
 * Values of a record from names and texts as written: trimmed, long ones cut, the first of a name kept.
 * Names that mean something to JavaScript objects are left out.
 */
export function recordValues(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const values: Record<string, string> = {};
  let count = 0;
  for (const [written, text] of pairs) {
    const name = written.trim().slice(0, 100);
    if (name === '' || isRefusedName(name) || Object.hasOwn(values, name)) continue;
    if (++count > maxValues) break;
    values[name] = text.trim().slice(0, maxReportedText * 4);
  }
  return values;
}

/** Asks for values by name, case ignored; empty where there is none. */
export function valueReader(values: Readonly<Record<string, string>>): (name: string) => string {
  const byName = new Map(Object.entries(values).map(([name, text]) => [name.toLowerCase(), text]));
  return (name) => byName.get(name.toLowerCase()) ?? '';
}
