import { createSHA256 } from 'hash-wasm';
import { RulePool } from '../../domain/index.ts';
import type { MuCounts, MuDetail, MuRevision } from '../../domain/index.ts';
import { RuleTally } from '../rules/index.ts';
import type { RuleElement } from '../rules/index.ts';
import { readCore } from './core-fragment.ts';
import type { CoreFragment } from './core-fragment.ts';
import { countsOf } from './counts.ts';
import { FaultList } from './fault-list.ts';
import { rowFlag, MasterRows } from './master-list.ts';
import type { MasterColumns } from './master-list.ts';
import { MasterListBuilder } from './master-list-builder.ts';
import { emptyReport } from './merge-reports.ts';
import { RevisionDraft } from './revision-draft.ts';
import type { MuReadReport } from './sink.ts';
import { tallyRevisions } from './tally-revisions.ts';

/** One update outside of a catalog: its elements and the text they come from. */
export interface UpdateText {
  readonly elements: readonly RuleElement[];
  readonly text: string;
}

export interface ReadUpdates {
  readonly revisions: readonly MuRevision[];
  readonly details: readonly MuDetail[];
  readonly counts: MuCounts;
  readonly report: MuReadReport;
}

/**
 * Updates that come without a master list: full update documents, or core fragments with what stands behind
 * them. Revision ids are their numbers in the order given. Returns why the first one that is no update is
 * none.
 */
export async function readUpdates(
  file: string,
  texts: readonly UpdateText[],
  languages: readonly string[],
): Promise<ReadUpdates | string> {
  const reading = { pool: new RulePool(), tally: new RuleTally() };
  const cores: CoreFragment[] = [];
  for (const { elements } of texts) {
    const core = readCore(elements, { pool: reading.pool, tally: new RuleTally() });
    if (typeof core === 'string') return core;
    cores.push(core);
  }
  const rows = new MasterRows(masterOf(file, texts, cores));
  const faults = new FaultList();
  const hash = await createSHA256();
  const revisions: MuRevision[] = [];
  const details: MuDetail[] = [];
  for (const [row, { elements, text }] of texts.entries()) {
    if (rows.has(row, rowFlag.outdated)) continue;
    const draft = new RevisionDraft(rows, row, reading, faults);
    draft.languages = languages;
    const problem = draft.addDocument(elements, text, hash);
    if (problem !== null) return problem;
    const { revision, detail } = draft.finish(hash);
    revisions.push(revision);
    details.push(detail);
  }
  const report = {
    ...emptyReport,
    ...tallyRevisions(revisions),
    ruleElements: reading.tally.elements(),
    warnings: reading.tally.warnings(),
  };
  const files = details.flatMap((detail) => detail.files.map(({ sha1 }) => sha1));
  const all = Uint32Array.from(texts.keys());
  const counts = { ...countsOf(rows, all, report), files: files.length, digests: new Set(files).size };
  return { revisions, details, counts, report };
}

/** A master list of what the updates say of themselves and of each other. */
function masterOf(file: string, texts: readonly UpdateText[], cores: readonly CoreFragment[]): MasterColumns {
  const builder = new MasterListBuilder(file);
  for (const [at, core] of cores.entries()) {
    const properties = texts[at]?.elements.find(({ name }) => name === 'Properties');
    builder.row({
      updateId: core.updateId,
      revision: core.revision,
      revisionId: at + 1,
      created: (properties?.attributes.get('CreationDate') ?? '').slice(0, 40),
      defaultLanguage: properties?.attributes.get('DefaultPropertiesLanguage') ?? 'en',
      flags: core.bundled.length > 0 ? rowFlag.bundle : 0,
    });
    cores.forEach((other, index) => {
      const isParent = other.bundled.flat().some(({ updateId }) => updateId === core.updateId);
      if (isParent) builder.bundledBy.add(index + 1);
      if (other.supersedes.includes(core.updateId)) builder.supersededBy.add(index + 1);
    });
    builder.endRow();
  }
  return builder.finish().columns;
}
