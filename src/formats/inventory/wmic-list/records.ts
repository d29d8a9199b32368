import { maxLineLength } from '../limits.ts';

/** One object of a `/format:list` output. */
export interface ListRecord {
  readonly values: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
}

/**
 * Records of `Name=value` lines. A record ends where a name comes again: empty lines separate records
 * too, but files that were saved anew can have one after every line.
 */
export function listRecords(lines: readonly string[]): ListRecord[] {
  const records: ListRecord[] = [];
  let values = new Map<string, { value: string; line: number }>();
  lines.forEach((line, index) => {
    const found = /^([A-Za-z_]\w{0,99})=(.*)$/.exec(line.slice(0, maxLineLength));
    const name = found?.[1]?.toLowerCase();
    if (name === undefined) return;
    if (values.has(name)) {
      records.push({ values });
      values = new Map();
    }
    values.set(name, { value: (found?.[2] ?? '').trim(), line: index + 1 });
  });
  if (values.size > 0) records.push({ values });
  return records;
}

/** Properties that nearly every class of WMI has: tells a listing from settings of other programs. */
const commonNames = ['caption', 'name', 'description', 'hotfixid', 'creationclassname', 'deviceid', 'status'];

/** Whether lines are a wmic listing: nearly all of them `Name=value`, names in alphabetical order. */
export function looksLikeListing(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const named = filled.filter((line) => /^[A-Za-z_]\w{0,99}=/.test(line));
  if (named.length === 0 || named.length < filled.length * 0.8) return false;
  const names = [...(listRecords(filled)[0]?.values.keys() ?? [])];
  const misplaced = names.filter((name, at) => at > 0 && (names[at - 1] ?? '') > name);
  return misplaced.length <= names.length / 20 && names.some((name) => commonNames.includes(name));
}
