/**
 * Check sum of one block (MS-CAB 2.4 and 3.1): all 32-bit words of the data combined by XOR, the last
 * one to three bytes in reverse order, then the two length fields of the block.
 *
 * @param lengths packed bytes in the low half, unpacked in the high one, as they stand in the file
 */
export function blockChecksum(data: Uint8Array, lengths: number): number {
  const whole = data.length & ~3;
  let sum = lengths ^ wordsOf(data, whole);
  const rest = data.length - whole;
  for (let index = 0; index < rest; index += 1) {
    sum ^= (data[whole + index] ?? 0) << (8 * (rest - 1 - index));
  }
  return sum >>> 0;
}

/** XOR of the words of the first `bytes` bytes; words that lie across the machine's are read bytewise at both ends. */
function wordsOf(data: Uint8Array, bytes: number): number {
  const lead = -data.byteOffset & 3;
  if (bytes < 16) return bytewise(data, 0, bytes, 0);
  const count = (bytes - lead) >> 2;
  const words = new Int32Array(data.buffer, data.byteOffset + lead, count);
  let a = 0;
  let b = 0;
  const even = count & ~1;
  for (let index = 0; index < even; index += 2) {
    a ^= words[index] ?? 0;
    b ^= words[index + 1] ?? 0;
  }
  if (even < count) a ^= words[even] ?? 0;
  const middle = a ^ b;
  // A word that begins `lead` bytes into one of the data has its bytes turned by as many.
  const turned = lead === 0 ? middle : (middle << (8 * lead)) | (middle >>> (32 - 8 * lead));
  return turned ^ bytewise(data, 0, lead, 0) ^ bytewise(data, lead + count * 4, bytes, lead + count * 4);
}

function bytewise(data: Uint8Array, from: number, to: number, place: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1)
    sum ^= (data[index] ?? 0) << (8 * ((place + index - from) & 3));
  return sum;
}
