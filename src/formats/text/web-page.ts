/**
 * Whether text begins like a web page: an error or sign-in page saved instead of the file (CAT02).
 * Skips white space, an XML declaration and comments first.
 */
export function looksLikeWebPage(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^\uFEFF?(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!-))*-->)*/, '');
  return /^<(?:!doctype\s+html|html|head|body|script|meta|title)\b/i.test(start);
}
