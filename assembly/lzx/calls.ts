/**
 * Undoes what the compressor did to calls of x86 programs (MS-PATCH, "E8 call translation"): behind a byte E8 an
 * absolute address below `size` stands in place of a relative one.
 *
 * @param at bytes of the folder before this chunk
 */
export function translateCalls(bytes: usize, count: i32, at: i32, size: i32): void {
  const end = bytes + <usize>(count - 10);
  let next = bytes;
  while (next < end) {
    if (load<u8>(next) !== 0xe8) {
      next += 1;
      continue;
    }
    const here = at + <i32>(next - bytes);
    const absolute = load<i32>(next + 1);
    if (absolute >= -here && absolute < size) {
      store<i32>(next + 1, absolute >= 0 ? absolute - here : absolute + size);
    }
    next += 5;
  }
}
