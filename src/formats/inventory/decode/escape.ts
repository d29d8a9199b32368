/**
 * Text that can be stored and written as UTF-8: NUL and lone surrogates become `\u0000`, `\ud800`
 * (INV17), so that nothing is lost and nothing else changes.
 */
export function escapeUnstorable(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- NUL is one of the two things looked for
    /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
