/**
 * Compares dotted versions as numbers, part by part: 5.10 is above 5.9, 5.10 equals 5.10.0. Parts
 * are decimal digits; leading zeros do not count (`4.8.09110.07`). Returns below, at or above zero.
 */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const difference = Number(left[at] ?? '0') - Number(right[at] ?? '0');
    if (difference !== 0) return difference;
  }
  return 0;
}
