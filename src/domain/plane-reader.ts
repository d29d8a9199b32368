import type { StateCode } from './scan-result.ts';
import { codeInBlock, machinesPerBlock, presentIn, wordsPerPlane, wordsPerRow } from './state-planes.ts';
import type { StatePlanes } from './state-planes.ts';

/** Reads states pair by pair, machine by machine or update by update, without expanding them. */
export interface PlaneReader {
  readonly planes: StatePlanes;
  /** Ids in code unit order: what a machine's position counts in. */
  readonly machines: readonly string[];
  /** Position of the machine at `block * 128 + slot`; -1 for a free slot. */
  readonly positions: Int32Array;
  /** The other way round: `block * 128 + slot` by position. */
  readonly places: Int32Array;
  /** Plane of the taken slots of every block, one after the other. */
  readonly present: Uint32Array;
  /** Position of a machine; -1 for one that was not scanned. */
  positionOf(machine: string): number;
  /** Index of an update; -1 for one that no catalog of the scan has. */
  indexOf(update: string): number;
  /** @param position of a machine that was scanned */
  code(update: number, position: number): StateCode;
  /** Codes of one machine, in the order of the updates. @throws RangeError for one that was not scanned */
  codesOf(machine: string): Uint8Array;
  /** Plane of the machines that have this state, laid out as `present`. */
  having(update: number, code: StateCode, into?: Uint32Array): Uint32Array;
}

const readers = new WeakMap<StatePlanes, PlaneReader>();

/** One reader for the same planes, however often it is asked for. */
export function readPlanes(planes: StatePlanes): PlaneReader {
  const known = readers.get(planes);
  if (known) return known;
  const made = new Reader(planes);
  readers.set(planes, made);
  return made;
}

class Reader implements PlaneReader {
  readonly machines: readonly string[];
  readonly positions: Int32Array;
  readonly present: Uint32Array;
  readonly places: Int32Array;
  readonly #positionById: ReadonlyMap<string, number>;
  #indexById: ReadonlyMap<string, number> | null = null;

  constructor(readonly planes: StatePlanes) {
    const { blocks } = planes;
    const placed: { readonly id: string; readonly place: number }[] = [];
    this.present = new Uint32Array(blocks.length * wordsPerPlane);
    blocks.forEach(({ machines }, block) => {
      this.present.set(presentIn(machines), block * wordsPerPlane);
      machines.forEach((id, slot) => {
        if (id !== '') placed.push({ id, place: block * machinesPerBlock + slot });
      });
    });
    placed.sort((a, b) => (a.id < b.id ? -1 : 1));
    this.machines = placed.map(({ id }) => id);
    this.places = Int32Array.from(placed, ({ place }) => place);
    this.positions = new Int32Array(blocks.length * machinesPerBlock).fill(-1);
    placed.forEach(({ place }, position) => (this.positions[place] = position));
    this.#positionById = new Map(this.machines.map((id, position) => [id, position]));
  }

  positionOf(machine: string): number {
    return this.#positionById.get(machine) ?? -1;
  }

  indexOf(update: string): number {
    this.#indexById ??= new Map(this.planes.updates.map((id, index) => [id, index]));
    return this.#indexById.get(update) ?? -1;
  }

  code(update: number, position: number): StateCode {
    const place = this.places[position] ?? -1;
    const block = this.planes.blocks[Math.floor(place / machinesPerBlock)];
    if (!block) throw new RangeError(`no machine at position ${String(position)}`);
    return codeInBlock(block, update, place % machinesPerBlock);
  }

  codesOf(machine: string): Uint8Array {
    const place = this.places[this.positionOf(machine)] ?? -1;
    const block = this.planes.blocks[Math.floor(place / machinesPerBlock)];
    if (!block) throw new RangeError(`${machine} was not scanned`);
    const slot = place % machinesPerBlock;
    return Uint8Array.from(this.planes.updates, (_id, update) => codeInBlock(block, update, slot));
  }

  having(
    update: number,
    code: StateCode,
    into: Uint32Array = new Uint32Array(this.present.length),
  ): Uint32Array {
    const flip0 = code & 1 ? 0 : -1;
    const flip1 = code & 2 ? 0 : -1;
    const { blocks } = this.planes;
    for (let block = 0, at = 0; block < blocks.length; block++) {
      const planes = blocks[block]?.planes as Uint32Array;
      const row = update * wordsPerRow;
      for (let word = row; word < row + wordsPerPlane; word++, at++) {
        const bits = ((planes[word] as number) ^ flip0) & ((planes[word + wordsPerPlane] as number) ^ flip1);
        into[at] = bits & (this.present[at] as number);
      }
    }
    return into;
  }
}

/** Ones in a word of 32 bits. */
export function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Positions of the machines of a plane laid out as `present`, ascending. */
export function positionsIn(reader: PlaneReader, plane: Uint32Array): Uint32Array {
  const found: number[] = [];
  plane.forEach((word, at) => {
    for (let left = word; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      found.push(reader.positions[at * 32 + bit] as number);
    }
  });
  return Uint32Array.from(found).sort();
}
