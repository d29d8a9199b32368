import type { CatalogWarning } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import type { Attributes, XmlHandler, XmlSource } from '../text/index.ts';
import { RemarkCounter } from './remarks.ts';
import { unsigned } from './package-xml.ts';

/** An inner cabinet with fragments: of revisions from `rangeStart` up to the start of the next one. */
export interface MuShard {
  /** Name of the member; empty = the fragments stand beside the master list. */
  readonly name: string;
  readonly rangeStart: number;
}

/**
 * Handler of index.xml (wsusscn2, section 2): shards sorted by number, whatever their order and names. Only
 * the cabinet of the master list has no range; another one without is remarked on and holds nothing.
 */
export class IndexXmlReader implements XmlHandler {
  readonly #file: string;
  readonly #source: XmlSource;
  readonly #remarks = new RemarkCounter();
  readonly #shards = new Map<number, string>();
  #sawList = false;

  constructor(file: string, source: XmlSource) {
    this.#file = file;
    this.#source = source;
  }

  open(local: string, _namespace: string, attributes: Attributes): void {
    if (local === 'CABLIST') this.#takeList(attributes);
    else if (local === 'CAB') this.#takeCabinet(attributes);
    else if (local !== 'INDEX') this.#remarks.element(local);
  }

  close(): void {
    // Everything stands in attributes.
  }

  /** Throws `FormatError` `element-missing` where there is no list of cabinets. */
  finish(): { readonly shards: readonly MuShard[]; readonly warnings: readonly CatalogWarning[] } {
    if (!this.#sawList) throw formatError('element-missing', this.#file, 'index.xml', { element: 'CABLIST' });
    const shards = [...this.#shards].map(([rangeStart, name]) => ({ name, rangeStart }));
    shards.sort((a, b) => a.rangeStart - b.rangeStart);
    return { shards, warnings: this.#remarks.warnings() };
  }

  /** XOR is 0 in every known edition; what another value does to the cabinets nobody has published. */
  #takeList(attributes: Attributes): void {
    this.#sawList = true;
    const xor = (attributes.get('XOR') ?? '0').trim();
    if (xor === '0') return;
    const details = { archive: `index.xml XOR=${xor.slice(0, 20)}` };
    throw formatError('archive-not-supported', this.#file, this.#source.place(), details);
  }

  #takeCabinet(attributes: Attributes): void {
    const name = (attributes.get('NAME') ?? '').trim();
    const start = attributes.get('RANGESTART');
    if (start === undefined) {
      if (name.toLowerCase() !== 'package.cab') this.#remarks.value('CAB/@RANGESTART', '', name);
      return;
    }
    const number = unsigned(start.trim());
    if (name === '' || number === null) this.#remarks.value('CAB/@RANGESTART', start, name);
    else if (this.#shards.has(number)) this.#remarks.value('CAB/@RANGESTART', `${start}, twice`, name);
    else this.#shards.set(number, name);
  }
}

/** Rows that one shard should have. */
export interface ShardRows {
  readonly shard: MuShard;
  readonly rows: Uint32Array;
}

/** No shard begins at or below the revision id: its fragments are nowhere. */
const nowhere: MuShard = { name: '?', rangeStart: -1 };

/** Rows of each shard: the one with the largest start that is not above the revision id. */
export function rowsByShard(
  shards: readonly MuShard[],
  wanted: Uint32Array,
  revisionId: (row: number) => number,
): readonly ShardRows[] {
  const groups = new Map<MuShard, number[]>();
  for (const row of wanted) {
    const shard = shards.findLast(({ rangeStart }) => rangeStart <= revisionId(row)) ?? nowhere;
    const group = groups.get(shard);
    if (group === undefined) groups.set(shard, [row]);
    else group.push(row);
  }
  return [...groups].map(([shard, rows]) => ({ shard, rows: Uint32Array.from(rows) }));
}
