/** Which record has the detail of a revision: pairs of hash and record number, sorted by hash. */
export interface DetailPlace {
  readonly updateId: string;
  readonly revision: number;
}

/** FNV-1a over the characters of id and revision; equal ones are told apart by looking into the records. */
export function placeHash({ updateId, revision }: DetailPlace): number {
  let hash = 0x811c9dc5;
  const text = `${updateId}/${String(revision)}`;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** @param hashes by record, in the order of the records */
export function writeDetailIndex(hashes: readonly Uint32Array[]): Uint8Array {
  const pairs = hashes.flatMap((list, record) => [...list].map((hash): [number, number] => [hash, record]));
  pairs.sort(([a], [b]) => a - b);
  return new Uint8Array(Uint32Array.from(pairs.flat()).buffer);
}

/** Numbers of the records that may have it, by the bytes `writeDetailIndex` gave. */
export function recordsOf(index: Uint8Array, place: DetailPlace): readonly number[] {
  // A copy: bytes from storage may begin anywhere.
  const pairs = new Uint32Array(index.slice().buffer);
  const wanted = placeHash(place);
  let [low, high] = [0, pairs.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[2 * middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (; pairs[2 * low] === wanted; low++) found.push(pairs[2 * low + 1] ?? 0);
  return [...new Set(found)];
}
