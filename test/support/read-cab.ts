import { createHash } from 'node:crypto';
import { createCabinetReader, readCabinet } from '../../src/formats/cab/index.ts';
import type { CabinetMember, CabinetOptions, CabinetVisitor, Lzx } from '../../src/formats/cab/index.ts';

/** Takes every member (or those that are wanted) whole. */
export class Gathered implements CabinetVisitor {
  readonly bytes = new Map<string, Uint8Array>();
  readonly wants: (member: CabinetMember) => boolean;
  /** Largest piece that was handed on. */
  largest = 0;

  constructor(wants: (member: CabinetMember) => boolean = () => true) {
    this.wants = wants;
  }

  open({ name, size }: CabinetMember) {
    const whole = new Uint8Array(size);
    let at = 0;
    return {
      write: (piece: Uint8Array) => {
        whole.set(piece, at);
        at += piece.length;
        this.largest = Math.max(this.largest, piece.length);
      },
      end: () => {
        if (at !== size) throw new Error(`${name}: ${String(at)} of ${String(size)} bytes`);
        this.bytes.set(name, whole);
      },
    };
  }

  md5(): Record<string, string> {
    return Object.fromEntries([...this.bytes].map(([name, bytes]) => [name, md5(bytes)]));
  }
}

export function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}

/** Reads a cabinet in pieces of `step` bytes. */
export function pushCabinet(
  bytes: Uint8Array,
  visitor: CabinetVisitor,
  step = bytes.length,
  options: Partial<CabinetOptions> = {},
): void {
  const reader = createCabinetReader(visitor, { file: 'a.cab', ...options });
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
  reader.end();
}

/** All members of a cabinet in a file. */
export async function gather(bytes: Uint8Array, lzx?: Lzx): Promise<Gathered> {
  const gathered = new Gathered();
  const file = new File([bytes as BlobPart], 'a.cab');
  await readCabinet(file, gathered, lzx === undefined ? {} : { lzx: () => Promise.resolve(lzx) });
  return gathered;
}
