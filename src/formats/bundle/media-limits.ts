/** FAT32 keeps a file's size in 32 bits: 4 GiB minus one byte is the largest (bundle, section 4). */
const largestFat32File = 2 ** 32 - 1;

/** The files that a FAT32 stick cannot hold (PKG08). */
export function tooLargeForFat32<T extends { readonly bytes: number }>(files: readonly T[]): readonly T[] {
  return files.filter((file) => file.bytes > largestFat32File);
}

/** A ZIP without Zip64 keeps sizes and offsets in 32 bits and the number of entries in 16. */
export const largestZip = 2 ** 32 - 1;
const mostZipEntries = 2 ** 16 - 1;

/** Headers, names and hash lists around the payload; far more than is ever needed. */
const zipOverhead = 16 * 2 ** 20;

/** True if payload of these sizes (bytes) fits into one ZIP that old Windows can open. */
export function fitsZip(sizes: readonly number[]): boolean {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total + zipOverhead <= largestZip && sizes.length + 100 <= mostZipEntries;
}
