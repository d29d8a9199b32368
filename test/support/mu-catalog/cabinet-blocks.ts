import { deflateRawSync } from 'node:zlib';

const blockBytes = 32 * 1024;
/** `CK`, before each block of MSZIP (MS-MCI 2). */
const mark = Uint8Array.of(0x43, 0x4b);

/** Checksum of a data block: double words xored, the odd bytes big-endian (MS-CAB 3). */
function checksum(bytes: Uint8Array, seed: number): number {
  let sum = seed;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    sum ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
  }
  let rest = 0;
  for (let at = whole; at < bytes.length; at++) rest = (rest << 8) | (bytes[at] ?? 0);
  return (sum ^ rest) >>> 0;
}

/** Turns plain bytes into data blocks of one folder, each handed on as it is full. */
export class CabinetBlocks {
  #filled = 0;
  readonly #block = new Uint8Array(blockBytes);
  #window: Uint8Array | null = null;
  /** Blocks written; a folder has at most 65,535. */
  count = 0;
  /** Plain bytes taken. */
  plainBytes = 0;

  constructor(
    private readonly compression: 'stored' | 'mszip',
    private readonly write: (bytes: Uint8Array) => void,
  ) {}

  add(bytes: Uint8Array): void {
    this.plainBytes += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + blockBytes - this.#filled);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === blockBytes) this.#flush();
    }
  }

  end(): void {
    if (this.#filled > 0) this.#flush();
  }

  #flush(): void {
    if (++this.count > 0xffff) throw new RangeError('a folder of a cabinet has at most 65,535 blocks');
    const plain = this.#block.subarray(0, this.#filled);
    const data = this.compression === 'stored' ? plain : this.#deflated(plain);
    const head = Buffer.alloc(8);
    head.writeUInt16LE(data.length, 4);
    head.writeUInt16LE(plain.length, 6);
    head.writeUInt32LE(checksum(head.subarray(4), checksum(data, 0)), 0);
    this.write(head);
    this.write(Uint8Array.from(data));
    this.#filled = 0;
  }

  #deflated(plain: Uint8Array): Uint8Array {
    const dictionary = this.#window === null ? {} : { dictionary: this.#window };
    const data = deflateRawSync(plain, { level: 4, ...dictionary });
    this.#window = plain.slice();
    return Buffer.concat([mark, data]);
  }
}
