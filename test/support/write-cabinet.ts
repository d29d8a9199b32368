import { deflateSync } from 'fflate';

export interface MadeCabinet {
  readonly name?: string;
  readonly compression?: 'stored' | 'mszip' | 'lzx';
  readonly members?: number;
  /** Bytes of a signature that the reserved part of the header points to. */
  readonly signature?: number;
}

const blockBytes = 32 * 1024;

/** A cabinet of one member as MS-CAB describes it; blocks of MSZIP look back into the one before. */
export function writeCabinet(content: Uint8Array, made: MadeCabinet = {}): Uint8Array<ArrayBuffer> {
  const { name = 'mssecure.xml', compression = 'mszip', members = 1, signature = 0 } = made;
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < content.length; start += blockBytes) {
    const plain = content.subarray(start, start + blockBytes);
    const dictionary = content.subarray(Math.max(0, start - blockBytes), start);
    const deflated = deflateSync(plain, start === 0 ? {} : { dictionary });
    const data = compression === 'stored' ? plain : new Uint8Array([0x43, 0x4b, ...deflated]);
    const head = new DataView(new ArrayBuffer(8));
    head.setUint16(4, data.length, true);
    head.setUint16(6, plain.length, true);
    blocks.push(new Uint8Array(head.buffer), data);
  }
  const reserve = signature > 0 ? 24 : 0;
  const fileAt = 36 + reserve + 8;
  const dataAt = fileAt + 16 + name.length + 1;
  const size = dataAt + blocks.reduce((sum, { length }) => sum + length, 0);
  const cabinet = new Uint8Array(size + signature);
  const view = new DataView(cabinet.buffer);
  cabinet.set([0x4d, 0x53, 0x43, 0x46]);
  view.setUint32(8, size, true);
  view.setUint32(16, fileAt, true);
  cabinet.set([3, 1], 24);
  view.setUint16(26, 1, true);
  view.setUint16(28, members, true);
  view.setUint16(30, reserve > 0 ? 4 : 0, true);
  if (reserve > 0) {
    view.setUint16(36, 20, true);
    view.setUint32(40, 0x100000, true);
    view.setUint32(44, size, true);
    view.setUint32(48, signature, true);
  }
  view.setUint32(36 + reserve, dataAt, true);
  view.setUint16(40 + reserve, blocks.length / 2, true);
  view.setUint16(42 + reserve, { stored: 0, mszip: 1, lzx: 0x1503 }[compression], true);
  view.setUint32(fileAt, content.length, true);
  cabinet.set(new TextEncoder().encode(name), fileAt + 16);
  let at = dataAt;
  for (const piece of blocks) {
    cabinet.set(piece, at);
    at += piece.length;
  }
  return cabinet;
}
