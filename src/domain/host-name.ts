/**
 * Whether a text can be the name of a Windows computer: letters of any script, digits, hyphen and
 * underscore, also with dots between (a full DNS name), 1 to 255 characters, at least one letter or
 * digit. Anonymised names (`...`, `***`, `<name>`, `N/A`) are none and count as missing.
 */
export function isHostName(text: string): boolean {
  if (text.length > 255 || !/[\p{L}\p{N}]/u.test(text)) return false;
  return text.split('.').every((part) => /^[\p{L}\p{M}\p{N}_-]{1,63}$/u.test(part));
}
