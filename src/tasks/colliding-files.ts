import { reject } from '../domain/index.ts';
import type { Rejection } from '../domain/index.ts';
import { collidingNames } from '../formats/bundle/index.ts';
import type { BundlePlanItem } from './engine.ts';
import { matchUpdateFiles } from './match-update-files.ts';

/**
 * The attached files with those of the offered ones that a stick can hold beside them. Two files of one
 * update whose names differ in case only would be one file on Windows (bundle, section 2): the later one
 * is told and left out, before anything is written.
 */
export function withoutCollisions(
  attached: readonly File[],
  offered: readonly File[],
  items: readonly BundlePlanItem[],
): { readonly taken: readonly File[]; readonly refused: readonly Rejection[] } {
  let taken = [...attached];
  const refused: Rejection[] = [];
  for (const file of offered) {
    const { byUpdate } = matchUpdateFiles([...taken, file], items);
    const beside = [...byUpdate.values()].find((files) => files.includes(file)) ?? [];
    const other = beside.find((one) => one !== file && collidingNames([one.name, file.name]) !== null);
    if (other) refused.push(reject('bundle-names-collide', file.name, '', { other: other.name }).error);
    else taken = [...taken, file];
  }
  return { taken, refused };
}
