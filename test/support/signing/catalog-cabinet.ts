import { mszip } from '../cabinet-blocks.ts';
import { cabinetOf } from '../cabinet-writer.ts';

/** A cabinet that holds one `mssecure.xml`; with `signature`, room for one (`signCabinet`). */
export function writeCabinet(
  content: Uint8Array,
  { signature = 0 }: { readonly signature?: number } = {},
): Uint8Array<ArrayBuffer> {
  return cabinetOf([{ packing: mszip, members: { 'mssecure.xml': content } }], { signed: signature > 0 });
}
