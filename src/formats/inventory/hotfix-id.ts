/**
 * Ids as Windows lists them (inventory-sources, section 3, item shapes): `KB1234567`, `KB893803v2`,
 * `KB2803821-v2 - Update`, `Q147222`, `943729`, a GUID, `File 1`.
 */
const numbered = /^(?:KB ?|Q)?(\d{6,7})(?!\d)/i;
const otherShapes = /^(?:File \d+|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\})$/i;

/**
 * The KB number of an id, or null where it carries none. KB numbers have six or seven digits: fewer
 * are the rest of a cut one and never count.
 */
export function kbNumber(id: string): number | null {
  const digits = numbered.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Whether an id means to be a KB number and is none: the list it stands in says less than it seems to. */
export function isUnreadableKb(id: string): boolean {
  return /^(?:KB ?|Q)\d/i.test(id) && kbNumber(id) === null;
}

/** Whether a text has the shape of a hotfix id: tells the hotfix list from processors and network cards. */
export function isHotfixId(text: string): boolean {
  return otherShapes.test(text) || /^(?:(?:KB ?|Q)\d{5,7}|\d{6,7}$)(?!\d)/i.test(text);
}

/** Whether an id at the very end of a file may be the beginning of a longer one. */
export function mayBeCut(id: string): boolean {
  return !/^(?:KB|Q)?\d{7}$|\}$/i.test(id);
}
