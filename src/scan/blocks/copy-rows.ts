import { wordsPerRow } from '../../domain/index.ts';
import type { CompiledCatalog, StateBlock, StatePlanes } from '../../domain/index.ts';

/** Puts the rows of a new edition together: decided ones, and those of the edition before. */
export class RowCopier {
  /** By update of the new edition: its place among the changed ones, or its place before as `-1 - place`. */
  readonly #sources: Int32Array;

  constructor(before: StatePlanes, after: CompiledCatalog, changed: CompiledCatalog['updates']) {
    const fresh = new Map(changed.map(({ update }, at) => [update, at]));
    const old = new Map(before.updates.map((update, at) => [update, at]));
    this.#sources = Int32Array.from(after.updates, ({ update }) => {
      const at = fresh.get(update) ?? -1 - (old.get(update) ?? NaN);
      if (Number.isNaN(at)) throw new RangeError(`${update} was neither scanned now nor before`);
      return at;
    });
  }

  /** Planes of a block whose machines are those of `before`, in their slots. */
  joined({ planes: old }: StateBlock, fresh: Uint32Array): Uint32Array<ArrayBuffer> {
    const planes = new Uint32Array(this.#sources.length * wordsPerRow);
    for (let update = 0, to = 0; update < this.#sources.length; update++) {
      const source = this.#sources[update] as number;
      const from = source < 0 ? old : fresh;
      let at = (source < 0 ? -1 - source : source) * wordsPerRow;
      for (const end = at + wordsPerRow; at < end; at++, to++) planes[to] = from[at] as number;
    }
    return planes;
  }
}
