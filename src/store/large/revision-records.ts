/** Revisions of one edition as plain records of some hundred rows, and back. */
import type { MuRevision, Rule } from '../../domain/index.ts';
import { IdTable } from './id-table.ts';
import { RowReader, writeRow } from './revision-rows.ts';
import type { RevisionRow } from './revision-rows.ts';
import { RuleTable, readRules } from './rule-table.ts';
import type { RuleRow } from './rule-table.ts';

/** What one record holds; `ids` and `rules` come before the revisions that name them. */
export type RevisionRecord =
  | { readonly kind: 'ids'; readonly rows: readonly string[] }
  | { readonly kind: 'rules'; readonly rows: readonly RuleRow[] }
  | { readonly kind: 'revisions'; readonly rows: readonly RevisionRow[] };

/** Rows a record: some hundred are ten times faster to write than rows (stack, section 5). */
const rowsPerRecord = { ids: 20_000, rules: 5_000, revisions: 500 } as const;

/** Records in the order in which they have to be read. */
export function* writeRevisions(revisions: readonly MuRevision[]): Generator<RevisionRecord> {
  const [ids, rules] = [new IdTable(), new RuleTable()];
  let [idsWritten, rulesWritten] = [0, 0];
  for (let from = 0; from < revisions.length; from += rowsPerRecord.revisions) {
    const part = revisions.slice(from, from + rowsPerRecord.revisions);
    const rows = part.map((revision) => writeRow(revision, ids, rules));
    // What these rows name first, and they themselves after it.
    for (; idsWritten < ids.texts.length; idsWritten += rowsPerRecord.ids) {
      yield { kind: 'ids', rows: ids.texts.slice(idsWritten, idsWritten + rowsPerRecord.ids) };
    }
    idsWritten = ids.texts.length;
    for (; rulesWritten < rules.rows.length; rulesWritten += rowsPerRecord.rules) {
      yield { kind: 'rules', rows: rules.rows.slice(rulesWritten, rulesWritten + rowsPerRecord.rules) };
    }
    rulesWritten = rules.rows.length;
    yield { kind: 'revisions', rows };
  }
}

/** Puts revisions together again, record by record. */
export class RevisionReader {
  readonly #texts: string[] = [];
  readonly #rules: Rule[] = [];
  readonly #rows = new RowReader(this.#texts, this.#rules);

  /** @returns the revisions of a record of revisions; throws RangeError or TypeError where it is damaged */
  add(record: RevisionRecord): readonly MuRevision[] {
    switch (record.kind) {
      case 'ids':
        for (const text of record.rows) this.#texts.push(text);
        return [];
      case 'rules':
        readRules(record.rows, this.#rules);
        return [];
      case 'revisions':
        return record.rows.map((row) => this.#rows.read(row));
    }
  }
}
