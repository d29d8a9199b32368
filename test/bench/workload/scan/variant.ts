/** A way of scanning that is measured in a worker of its own: others neither warm it up nor fill its heap. */
import { fullSize } from '../catalog.ts';
import type { Sizes } from '../catalog.ts';

export interface Order {
  /** Address of the kernel. */
  readonly kernel: string;
  readonly updates: number;
  readonly machines: number;
}

export interface Variant<T> {
  /** One run of the whole work. */
  round(): unknown;
  finish(): Promise<T> | T;
}

export const sizesOf = ({ updates }: Order): Sizes => ({ ...fullSize, updates });

/** Pairs of slow variants are measured on machines of four blocks from all over the fleet. */
export function sampleOf(machines: number, perBlock: number): readonly number[] {
  const blocks = Math.ceil(machines / perBlock);
  return [0.1, 0.35, 0.6, 0.85].flatMap((part) =>
    Array.from({ length: perBlock }, (_, slot) => Math.floor(blocks * part) * perBlock + slot),
  );
}

/** A number for the states of one machine in the order of the catalog (FNV-1a): equal states, equal number. */
export function markOf(states: Uint8Array): number {
  let mark = 0x811c9dc5;
  for (const state of states) mark = Math.imul(mark ^ state, 0x01000193);
  return mark >>> 0;
}
