/**
 * Lines of decoded text. CR LF, LF, CR CR LF (redirected wmic) and a lone CR each end one line
 * (inventory-sources, section 2); the text after the last line end is a line too.
 */
export function splitLines(text: string): string[] {
  // At most three CR: an unbounded run would be scanned anew from each of its letters.
  return text.split(/\r{0,3}\n|\r/);
}

/** Number of lines without making them: asked before splitting a hostile file. */
export function countLines(text: string): number {
  let lines = 1;
  for (const mark of ['\n', '\r']) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) lines += 1;
  }
  return lines;
}
