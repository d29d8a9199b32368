import { whole } from '../seeded.ts';
import { digestOf, randomOf } from './identity.ts';
import type { PlannedChild } from './plan.ts';

export interface PayloadFile {
  readonly name: string;
  readonly size: number;
  readonly sha1: string;
  readonly sha256: string;
  readonly url: string;
}

/** Files that the children of one product share: the same digest stands in many updates (wsusscn2, section 8). */
const sharedFiles = 12;

function file(seed: number, key: string, name: string, sizeLimit: number): PayloadFile {
  const size = 4096 + whole(randomOf(seed, `size ${key}`), sizeLimit);
  return {
    name,
    size,
    sha1: digestOf('sha1', seed, key),
    sha256: digestOf('sha256', seed, key),
    url: `http://download.example.invalid/d/msdownload/update/software/secu/${key.replaceAll(' ', '/')}/${name}`,
  };
}

/** Payload of a child: one or two files of its own; sets of the newer form share most of theirs. */
export function payloadOf(seed: number, child: PlannedChild): readonly PayloadFile[] {
  const { parent, index, revision } = child;
  const stem = `northgate-kb${String(parent.number)}-${parent.architecture}-${String(index)}`;
  // A revised update has new files.
  const key = `${child.key} ${String(revision)}`;
  const own = [file(seed, key, `${stem}.cab`, 90_000_000)];
  if (parent.number % 3 === 0) own.push(file(seed, `${key} more`, `${stem}.exe`, 9_000_000));
  if (parent.product.style !== 'release') return own;
  const shared = Array.from({ length: sharedFiles }, (_, at) => {
    const of = `product ${parent.product.id} part ${String(at)}`;
    return file(seed, of, `part-${String(at)}-${parent.architecture}.esd`, 800_000_000);
  });
  return [...own, ...shared];
}
