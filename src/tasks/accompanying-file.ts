/**
 * Files that lie beside the real ones on every medium: read-me and licence texts, check sums, and
 * what Windows and macOS leave in folders. They are ignored, not rejected: a person who gives a
 * whole folder has done nothing wrong.
 */
const patterns: readonly RegExp[] = [
  /\.md$/i,
  /^(readme|licen[cs]e|copying|notice|provenance|changelog)(\.(txt|html?|rst))?$/i,
  /^(sha(1|256|512)|md5)sums?(\.txt)?$/i,
  /\.(sha1|sha256|sha512|md5|asc|sig)$/i,
  /^(thumbs\.db|desktop\.ini|autorun\.inf|indexervolumeguid|wpsettings\.dat)$/i,
  /^\.(ds_store|gitignore|gitkeep|gitattributes)$/i,
  /^\._/,
];

/** Whether a file of no known content is one that accompanies others, by its base name. */
export function isAccompanyingFile(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return patterns.some((pattern) => pattern.test(base));
}
