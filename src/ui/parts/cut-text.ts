/** Texts of a row that its cells cut off, whole and in order: what the line below the table shows. */
export function cutTexts(row: HTMLElement): readonly string[] {
  return [...row.children].flatMap((cell) => {
    const cut = [cell, ...cell.querySelectorAll('a, bdi, span')].some(
      (part) => part instanceof HTMLElement && part.scrollWidth > part.clientWidth && part.clientWidth > 0,
    );
    return cut ? [(cell.textContent ?? '').trim().replace(/\s+/g, ' ')] : [];
  });
}
