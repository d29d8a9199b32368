import type { CatalogWarning } from '../../domain/index.ts';
import type { CabinetMember, CabinetVisitor, MemberSink } from '../cab/index.ts';
import type { ShardRows } from './index-xml.ts';
import type { MasterColumns } from './master-list.ts';
import { insideOf, nestedCabinet } from './nested-cabinet.ts';
import type { CabinetPlace } from './nested-cabinet.ts';
import type { OpenShard, ShardPort } from './shard.ts';
import { emptyReport } from './merge-reports.ts';
import type { MuReadReport } from './sink.ts';

/** What to read of the shards of one catalog. */
export interface ShardsTask {
  readonly columns: MasterColumns;
  /** By lower-case name of the shard; empty name = the catalog's own cabinet. */
  readonly wanted: ReadonlyMap<string, ShardRows>;
  readonly languages: readonly string[];
  readonly open: OpenShard;
}

/** What came of them; one for all levels of cabinets. */
export class ShardsRun {
  readonly task: ShardsTask;
  readonly #reports: Promise<MuReadReport>[] = [];
  readonly #ports = new Set<ShardPort>();
  readonly #left: Set<string>;

  constructor(task: ShardsTask) {
    this.task = task;
    this.#left = new Set(task.wanted.keys());
  }

  has(shard: string): boolean {
    return this.#left.has(shard.toLowerCase());
  }

  /** The sink of the member that is a shard. */
  open(shard: string, file: string): MemberSink {
    const key = shard.toLowerCase();
    this.#left.delete(key);
    const port = this.#port(key, file, false);
    this.#ports.add(port);
    return {
      write: (bytes) => port.push(bytes),
      end: () => {
        const report = port.end().finally(() => this.#ports.delete(port));
        // Whoever waits for the reports hears of a failure; nobody does while cabinets are read.
        report.catch(() => undefined);
        this.#reports.push(report);
      },
    };
  }

  async drain(): Promise<void> {
    await Promise.all([...this.#ports].map((port) => port.drain()));
  }

  /** Reports of all shards; revisions of those that are not there are handed on with their fault. */
  async finish(): Promise<readonly MuReadReport[]> {
    const warnings: CatalogWarning[] = [];
    for (const key of this.#left) {
      const group = this.task.wanted.get(key);
      if (group === undefined) continue;
      const { shard, rows } = group;
      warnings.push({ code: 'shard-missing', details: { shard: shard.name, count: rows.length } });
      this.#reports.push(this.#port(key, shard.name, true).end());
    }
    return [...(await Promise.all(this.#reports)), { ...emptyReport, warnings }];
  }

  #port(key: string, file: string, isMissing: boolean): ShardPort {
    const { columns, wanted, languages, open } = this.task;
    return open({ file, columns, wanted: wanted.get(key)?.rows ?? new Uint32Array(0), languages, isMissing });
  }
}

/** Leads from the outermost cabinet to the shards. */
export class ShardsVisitor implements CabinetVisitor {
  readonly #run: ShardsRun;
  readonly #path: readonly string[];
  readonly #place: CabinetPlace;

  /** @param path members to go through to the cabinet that holds the catalog */
  constructor(run: ShardsRun, path: readonly string[], place: CabinetPlace) {
    this.#run = run;
    this.#path = path;
    this.#place = place;
  }

  wants({ name }: CabinetMember): boolean {
    const [next] = this.#path;
    return next === undefined ? this.#run.has(name) : name === next;
  }

  open({ name }: CabinetMember): MemberSink {
    const inside = insideOf(name, this.#place);
    if (this.#path.length === 0) return this.#run.open(name, inside.file);
    const rest = this.#path.slice(1);
    // The catalog's cabinet is its own only shard.
    if (rest.length === 0 && this.#run.has('')) return this.#run.open('', inside.file);
    return nestedCabinet(new ShardsVisitor(this.#run, rest, inside), name, this.#place);
  }
}
