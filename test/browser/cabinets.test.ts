import { expect, it } from 'vitest';
import { memberFile, createMemberMap, readCabinet } from '../../src/formats/cab/index.ts';
import { lzx } from '../../src/workers/load-lzx.ts';

/** A cabinet of one member, LZX:21, made by the encoder in test/support/lzx. */
const packed =
  'TVNDRgAAAACaAAAAAAAAACwAAAAAAAAAAwEBAAEAAAAAAAAAQAAAAAEAAxU9AAAAAAAAAAAA7lzDbiAAY1wxAN81p7pSAD0AABDTAwAAAAACAAAjDjOky2bQmDmGSo0gP3D9/wCEAAAAAAAGYgDVD2e6fd/f9wAoAAAAAAAAiADOQvd9Q98iBjyDD5iY/UXi2QluGtjf1FIArA==';
const text = 'Ferry after ferry after ferry crosses the gap; the gap stays.';

async function textOf(file: File): Promise<string> {
  const read: string[] = [];
  const open = () => ({
    write: (bytes: Uint8Array) => void read.push(new TextDecoder().decode(bytes)),
    end: () => undefined,
  });
  await readCabinet(file, { open }, { lzx });
  return read.join('');
}

it('an LZX cabinet is unpacked in this browser, with the decoder that the page fetches', async () => {
  const cabinet = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  expect(await textOf(new File([cabinet], 'a.cab'))).toBe(text);
});

it('a stored cabinet in a cabinet is a file of slices, and is read from it', async () => {
  const inner = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const bytes = storedAround(inner);
  const map = createMemberMap({ file: 'outer.cab' });
  map.push(bytes);
  map.end();
  const file = memberFile(new File([bytes], 'outer.cab'), 'inner.cab', map.runs.get('inner.cab') ?? []);
  expect(await textOf(file)).toBe(text);
});

/** One stored block without check sum around a member called inner.cab. */
function storedAround(member: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(36 + 8 + 26 + 8 + member.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x4d, 0x53, 0x43, 0x46]);
  view.setUint32(8, bytes.length, true);
  view.setUint32(16, 44, true);
  bytes.set([3, 1, 1, 0, 1, 0], 24);
  view.setUint32(36, 70, true);
  view.setUint16(40, 1, true);
  view.setUint32(44, member.length, true);
  bytes.set(new TextEncoder().encode('inner.cab'), 60);
  view.setUint16(74, member.length, true);
  view.setUint16(76, member.length, true);
  bytes.set(member, 78);
  return bytes;
}
