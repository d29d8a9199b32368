import type { RuleElement } from '../rules/index.ts';
import { digestHex } from './digest.ts';

/** A licence text as a fragment below `e/` names it (wsusscn2, section 4.5). */
export interface EulaFile {
  readonly name: string;
  readonly language: string;
  readonly size: number;
  readonly sha1: string;
}

/** Every EulaFile of a fragment or a full document; one without a SHA-1 is left out. */
export function readEulas(elements: readonly RuleElement[]): readonly EulaFile[] {
  return elements.flatMap((element) => {
    if (element.name !== 'EulaFile') return readEulas(element.children);
    const text = (name: string) => element.attributes.get(name)?.trim() ?? '';
    const sha1 = digestHex(text('Digest'), 20);
    if (sha1 === null) return [];
    const size = /^\d{1,15}$/.test(text('Size')) ? Number(text('Size')) : 0;
    return [{ name: text('FileName').slice(0, 260), language: text('Language').toLowerCase(), size, sha1 }];
  });
}
