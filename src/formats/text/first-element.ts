/**
 * Local name of the first element of an XML text, of which only the beginning need be there; empty
 * where there is none. Declarations, comments and a document type before it do not hide it.
 */
export function firstElement(text: string): string {
  const first = /<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s>/]/.exec(withoutProlog(text));
  return first?.[1] ?? '';
}

function withoutProlog(text: string): string {
  return text
    .replace(/<\?[^>]*>/g, '')
    .replace(/<!--(?:[^-]|-(?!-))*-->/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/, '');
}
