/**
 * Blocks of 128 machines, subject by subject: one plane of 128 bits for each bit of the level, lowest
 * first, then the plane of the open machines. Bit `m mod 8` of byte `m div 8` belongs to machine `m`.
 */
import { planeBytes } from '../program/scan-program.ts';
import type { BlockLayout } from '../program/write-section.ts';
import { levelBits } from './subjects.ts';
import type { Subject } from './subjects.ts';

export interface BlockForm extends BlockLayout {
  /** Bytes of a block of this catalog. */
  readonly bytes: number;
}

export function blockLayout(subjects: readonly Subject[]): BlockForm {
  const offsets = new Uint32Array(subjects.length);
  const bits = new Uint8Array(subjects.length);
  let bytes = 0;
  subjects.forEach((subject, i) => {
    offsets[i] = bytes;
    bits[i] = levelBits(subject);
    bytes += ((bits[i] as number) + 1) * planeBytes;
  });
  return { offsets, bits, bytes };
}

/** Sets the codes of the machine at `slot` of a block whose slot is empty: level 0, not open. */
export function packMachine(form: BlockForm, codes: Uint16Array, slot: number, planes: Uint8Array): void {
  const bit = 1 << (slot & 7);
  const from = slot >>> 3;
  const { offsets, bits } = form;
  for (let subject = 0; subject < offsets.length; subject++) {
    const code = codes[subject] as number;
    if (code === 0) continue;
    let at = (offsets[subject] as number) + from;
    for (let level = code >>> 1; level > 0; level >>>= 1, at += planeBytes) {
      if (level & 1) planes[at] = (planes[at] as number) | bit;
    }
    if ((code & 1) === 0) continue;
    const open = (offsets[subject] as number) + from + (bits[subject] as number) * planeBytes;
    planes[open] = (planes[open] as number) | bit;
  }
}

/** Makes the slot of a block empty again. */
export function clearMachine(planes: Uint8Array, slot: number): void {
  const kept = ~(1 << (slot & 7));
  for (let at = slot >>> 3; at < planes.length; at += planeBytes) {
    planes[at] = (planes[at] as number) & kept;
  }
}
