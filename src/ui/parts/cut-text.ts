/** Texts of a row that its cells cut off, whole and in order: what the line below the table shows. */
export function cutTexts(row: HTMLElement): readonly string[] {
  return [...row.children].flatMap((cell) => {
    const cut = [cell, ...cell.querySelectorAll('a, bdi, span')].some(
      (part) => part instanceof HTMLElement && part.scrollWidth > part.clientWidth && part.clientWidth > 0,
    );
    return cut ? [(cell.textContent ?? '').trim().replace(/\s+/g, ' ')] : [];
  });
}

/** Characters that may be kept at the end. */
const kept = 14;

/** A title in two: its last part after a comma or in brackets stays, whatever is cut before it. */
export function cutEnd(text: string): { readonly head: string; readonly tail: string } {
  const end = /(?:, [^,]+| \([^()]+\))$/.exec(text)?.[0] ?? '';
  const tail = end.length <= kept && end.length < text.length ? end : '';
  return { head: text.slice(0, text.length - tail.length), tail };
}
