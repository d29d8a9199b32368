/**
 * WmiQuery without WMI (applicability rules, section 3): the query is evaluated over recorded rows of its
 * class; else its recorded answer counts. A namespace that is not there makes it false; a class that
 * is not there or a query that is not understood leaves it unknown.
 */
import { factOf } from '../../domain/fact-table.ts';
import type { FactTable, Machine, RecordedFact, RuleLeaf, Truth } from '../../domain/index.ts';
import { answered, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { getAt, newIndex, perTable, setAt } from './per-table.ts';
import { derivedRows, rowsOf } from './wmi-rows.ts';
import type { Cell, WmiRow, WmiRows } from './wmi-rows.ts';
import { findRow } from './wql-evaluate.ts';
import { parseWql } from './wql-parse.ts';

type WmiLeaf = Extract<RuleLeaf, { readonly kind: 'wmi-query' }>;

const commonNamespace = 'root\\cimv2';

export function answerOfWmi(leaf: WmiLeaf, context: LeafContext): LeafAnswer {
  const { machine } = context;
  const namespace = plainNamespace(leaf.namespace);
  const place = factOf(machine.facts, { kind: 'wmi_namespace', namespace });
  if (place.state === 'absent' && !holdsClasses(machine.facts, namespace)) {
    return answered(false, [place]);
  }
  const query = parseWql(leaf.query);
  if (query === null) {
    return recordedAnswer(leaf, namespace, machine) ?? notUnderstood('WmiQuery');
  }
  const asked = factOf(machine.facts, { kind: 'wmi_class', namespace, ['class']: query.from });
  const rows = rowsFor(asked, namespace, query.from, machine);
  if (rows !== null) {
    const match = findRow(query.where, rows);
    if (match.row !== null) return answered(true, rows.facts, null, rowText(query.from, match.row));
    if (!match.open && rows.complete) {
      return answered(false, rows.facts, null, `none of ${String(rows.rows.length)} rows of ${query.from}`);
    }
  }
  const recorded = recordedAnswer(leaf, namespace, machine);
  if (recorded !== null) return recorded;
  if (asked.state === 'absent')
    return notCollected([{ kind: 'wmi_query', namespace, query: leaf.query }], [asked]);
  return notCollected([asked.subject], asked.state === 'known' ? [asked] : []);
}

/** Either slash, any case, with or without the local machine before it; nothing is root\cimv2. */
function plainNamespace(text: string): string {
  const plain = text
    .replace(/\//g, '\\')
    .replace(/^\\\\\.\\/, '')
    .replace(/^\\+|\\+$/g, '')
    .toLowerCase();
  return plain === '' ? commonNamespace : plain;
}

function rowsFor(
  asked: RecordedFact,
  namespace: string,
  className: string,
  machine: Machine,
): WmiRows | null {
  if (asked.state === 'known') {
    const prepared = getAt(preparedRows(machine.facts as FactTable), `${namespace}|${className}`);
    return prepared === null ? null : prepared;
  }
  if (asked.state === 'absent' || namespace !== commonNamespace) return null;
  return derivedRows(className, machine);
}

const preparedRows = perTable((table: FactTable) => {
  const index = newIndex<WmiRows>();
  const keys = table.ofKind['wmi_class'];
  if (keys === undefined) return index;
  for (const key of keys) {
    const fact = table.byKey[key] as RecordedFact;
    if (fact.state !== 'known' || fact.subject.kind !== 'wmi_class') continue;
    const sources = fact.value as readonly Readonly<Record<string, Cell>>[];
    const name = `${plainNamespace(fact.subject.namespace)}|${fact.subject['class'].toLowerCase()}`;
    setAt(index, name, rowsOf(sources, true, [fact]));
  }
  return index;
});

/** A domain may be complete and list classes of a namespace without naming the namespace itself. */
function holdsClasses(table: FactTable | undefined, namespace: string): boolean {
  if (table === undefined) return false;
  const keys = table.ofKind['wmi_class'];
  if (keys === undefined) return false;
  const start = `wmi_class|${namespace}|`;
  for (const key of keys) {
    if (key.slice(0, start.length) === start && (table.byKey[key] as RecordedFact).state === 'known')
      return true;
  }
  return false;
}

/** The answer that was recorded for exactly this text, or null. */
function recordedAnswer(leaf: WmiLeaf, namespace: string, machine: Machine): LeafAnswer | null {
  const fact = factOf(machine.facts, { kind: 'wmi_query', namespace, query: leaf.query });
  if (fact.state === 'unavailable') return null;
  const value = fact.value;
  const truth: Truth =
    fact.state === 'known' && (value === true || (typeof value === 'number' && value > 0)) ? 'true' : 'false';
  return answered(truth, [fact]);
}

/** The row that matched, in a few words. */
function rowText(className: string, row: WmiRow): string {
  const cells: string[] = [];
  for (const name in row.source) {
    if (!Object.prototype.hasOwnProperty.call(row.source, name)) continue;
    cells.push(`${name}=${String(row.source[name])}`);
  }
  return `${className}: ${cells.join(', ')}`.slice(0, 200);
}
