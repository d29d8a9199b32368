import { RulePool } from '../../domain/index.ts';
import type {
  CatalogSignature,
  MuDocument,
  MuRevision,
  MuScope,
  Result,
  RuleSections,
} from '../../domain/index.ts';
import { settle } from '../../formats/format-error.ts';
import { hashCatalogFile } from '../../formats/authenticode/index.ts';
import { isCabinet } from '../../formats/cab/index.ts';
import type { LzxPort } from '../../formats/cab/index.ts';
import type { FileSource, ReadContext, SiteTrust } from '../../formats/index.ts';
import {
  bytesOfShards,
  countsOf,
  MasterRows,
  muDocument,
  readMasterList,
  readShards,
  readUpdateDocument,
  rowsInScope,
  verifyMicrosoftUpdate,
} from '../../formats/wsusscan/index.ts';
import type { MasterList } from '../../formats/wsusscan/index.ts';
import { packDetails } from '../../store/index.ts';
import type { CatalogParts, CatalogWriter, StoredEdition } from '../../store/index.ts';
import type { Job } from '../ports.ts';
import { expectingFailures } from '../rejections.ts';
import type { ReadShards } from './ports.ts';
import { stageReports } from './stage-reports.ts';
import { sameScope } from './same-scope.ts';

export interface LargeCatalogRequest {
  readonly file: FileSource;
  readonly scope: MuScope;
  /** What its signature may end at. */
  readonly trust: SiteTrust;
  readonly stored: readonly StoredEdition[];
  readonly catalogs: CatalogParts;
  readonly shards: ReadShards;
  /** Brings the LZX decoder: the real catalog packs its master list so. */
  readonly lzx?: LzxPort | undefined;
  /** Told before the first byte is written of what may have to be taken back. */
  readonly writing: (writer: CatalogWriter) => void;
}

export interface LargeCatalog {
  readonly document: MuDocument;
  /** Where its revisions and details lie. */
  readonly generation: string;
}

/**
 * Reads a Microsoft Update catalog in stages, each with progress of its own: its hashes (an edition that is
 * stored with this scope ends here), its signature, the master list, the shards of the scope; what they hold is written
 * beside what is stored and counts once a change names its generation (CAT21). Also takes files with updates
 * outside of a catalog.
 */
export function readLargeCatalog(request: LargeCatalogRequest, job: Job): Promise<Result<LargeCatalog>> {
  return expectingFailures(() => settle(() => readStages(request, job)));
}

async function readStages(request: LargeCatalogRequest, job: Job): Promise<LargeCatalog> {
  const { file, scope, stored } = request;
  const report = stageReports(file.name, job);
  if (!isCabinet(new Uint8Array(await file.slice(0, 64).arrayBuffer()))) {
    return readSingleUpdates(request, job, report.of('read', file.size));
  }
  const hashed = await hashCatalogFile(file, { signal: job.signal, onBytes: report.of('hash', file.size) });
  const { sha256 } = hashed;
  const known = storedAs(stored, sha256, scope);
  if (known !== null) return known;
  const context: ReadContext = { signal: job.signal, ...(request.lzx && { lzx: request.lzx }) };
  report.of('verify', file.size)(file.size);
  const signature = await verifyMicrosoftUpdate(hashed, { ...context, trust: request.trust });
  const master = await readMasterList(file, context, report.list);
  if (job.signal.aborted) throw stopped();
  return new Reading(request, master, { sha256, signature }, job).run(context);
}

const stopped = (): Error => new DOMException('the import was stopped', 'AbortError');

/** Updates outside of a catalog: nobody signs them, and there is little of them. */
async function readSingleUpdates(
  { file, scope, stored, catalogs, writing }: LargeCatalogRequest,
  { signal }: Job,
  onBytes: (done: number) => void,
): Promise<LargeCatalog> {
  const { document, details } = await readUpdateDocument(file, { signal, onBytes }, scope);
  const known = storedAs(stored, document.sha256, scope);
  if (known !== null) return known;
  const writer = catalogs.begin();
  writing(writer);
  await writer.details(await packDetails(details));
  await writer.revisions(document.revisions);
  await writer.finish();
  return { document, generation: writer.generation };
}

/** The edition in use, if it has just these bytes and this scope. */
function storedAs(stored: readonly StoredEdition[], sha256: string, scope: MuScope): LargeCatalog | null {
  for (const { document, current, generation } of stored) {
    if (!current || document.source !== 'mu' || generation === undefined) continue;
    if (document.sha256 === sha256 && sameScope(document.scope, scope)) return { document, generation };
  }
  return null;
}

class Reading {
  readonly #rows: MasterRows;
  readonly #wanted: Uint32Array;
  readonly #writer: CatalogWriter;
  readonly #revisions: MuRevision[] = [];
  /** Bytes of the shards to read, where they can be told, and those gone through. */
  #total: number | null = null;
  #passed = 0;
  /** Batches come with rules of their own: equal ones become one object again. */
  readonly #pool = new RulePool();

  constructor(
    private readonly request: LargeCatalogRequest,
    private readonly master: MasterList,
    private readonly checked: { readonly sha256: string; readonly signature: CatalogSignature },
    private readonly job: Job,
  ) {
    this.#rows = new MasterRows(master.columns);
    this.#wanted = rowsInScope(this.#rows, request.scope);
    this.#writer = request.catalogs.begin();
    request.writing(this.#writer);
  }

  async run(context: ReadContext): Promise<LargeCatalog> {
    const { file, scope } = this.request;
    this.#total = await bytesOfShards(file, this.master, this.#wanted, context);
    this.#reportRead(0);
    const shards = await this.request.shards(
      {
        revisions: (batch) => {
          for (const revision of batch) this.#revisions.push(this.#shared(revision));
          if (this.job.signal.aborted) throw stopped();
          if (this.#total === null) this.#reportUpdates('parse', this.#revisions.length);
        },
        passed: (bytes) => this.#reportRead(bytes),
        details: (batch) => this.#writer.details(batch),
      },
      context,
    );
    try {
      const report = await readShards(file, this.master, scope, shards.open, context);
      const { head, form, warnings } = this.master;
      this.#reportUpdates('index', 0);
      const document = muDocument({
        file: file.name,
        bytes: file.size,
        ...this.checked,
        form,
        packageId: head.packageId,
        created: head.created,
        scope,
        counts: countsOf(this.#rows, this.#wanted, report),
        revisions: this.#revisions,
        ruleElements: report.ruleElements,
        warnings: [...warnings, ...report.warnings],
      });
      await this.#writer.revisions(document.revisions, (done) => this.#reportUpdates('index', done));
      await this.#writer.finish();
      return { document, generation: this.#writer.generation };
    } finally {
      shards.close();
    }
  }

  #shared(revision: MuRevision): MuRevision {
    const { rules } = revision;
    if (rules === null) return revision;
    const one = (rule: RuleSections['isInstalled']) => (rule === null ? null : this.#pool.share(rule));
    return {
      ...revision,
      rules: {
        isInstalled: one(rules.isInstalled),
        isSuperseded: one(rules.isSuperseded),
        isInstallable: one(rules.isInstallable),
      },
    };
  }

  /** In bytes of the shards: updates come in batches of hundreds, with seconds of silence between them. */
  #reportRead(bytes: number): void {
    const { signal, report } = this.job;
    // Whoever reads notices by himself that it was stopped.
    if (signal.aborted || this.#total === null) return;
    this.#passed += bytes;
    const done = Math.min(this.#passed, this.#total);
    report({ phase: 'parse', done, total: this.#total, unit: 'bytes', item: this.request.file.name });
  }

  #reportUpdates(phase: 'parse' | 'index', done: number): void {
    const { signal, report } = this.job;
    if (signal.aborted) throw stopped();
    report({ phase, done, total: this.#wanted.length, unit: 'updates', item: this.request.file.name });
  }
}
