import type { CatalogDocument, Machine, OsFacts, StateRow } from '../../domain/index.ts';
import { editionOf, signatureSummary, updatesIn, valueOf } from '../../domain/index.ts';
import type { ScanContents, ScanWarning } from './contents.ts';
import { rejectionMessage } from './rejection-message.ts';

/** Order by UTF-16 code unit, the same on every machine and in every language. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted(values: readonly string[]): string[] {
  return [...values].sort(byCodeUnit);
}

/** Lines of a JSON array: one element a line, so that two results can be compared with a line tool. */
function* array(name: string, elements: Iterable<string>, last = false): Generator<string> {
  yield `"${name}":[`;
  let separator = '\n';
  for (const element of elements) {
    yield separator + element;
    separator = ',\n';
  }
  yield `\n]${last ? '' : ','}\n`;
}

function catalogLine(document: CatalogDocument): string {
  const signature = signatureSummary(document.signature);
  return JSON.stringify({
    source: document.source,
    edition: editionOf(document),
    sha256: document.sha256,
    updates: updatesIn(document),
    ...(signature && { signature }),
  });
}

function osLine(os: OsFacts): object {
  const version = valueOf(os.version);
  const build = version?.split('.')[2];
  return {
    name: valueOf(os.name),
    version,
    build: build === undefined ? null : Number(build),
    ubr: valueOf(os.ubr),
    arch: valueOf(os.architecture),
    productType: valueOf(os.role),
  };
}

/** Recorded facts of the operating system that stand among `machine.os` too. */
const amongOs = ['version', 'name', 'servicepackmajor', 'architecture', 'producttype', 'installationtype'];
const countedWithOs = new Set([...amongOs, 'ubr', 'sku'].map((name) => `os|${name}`));

/** Facts that are known, hotfix entries and recorded answers (known or absent) included. */
function countFacts(machine: Machine): number {
  const os = Object.values(machine.os).filter((fact) => fact.state === 'known').length;
  const recorded = Object.entries(machine.facts?.byKey ?? {}).filter(
    ([key, fact]) => fact.state !== 'unavailable' && !countedWithOs.has(key),
  );
  return os + machine.hotfixes.entries.length + recorded.length;
}

function machineLine(machine: Machine): string {
  return JSON.stringify({
    name: machine.name,
    files: sorted(machine.files.map((file) => file.name)),
    os: osLine(machine.os),
    facts: countFacts(machine),
    incomplete: sorted(machine.incomplete),
  });
}

function stateLine(machine: Machine, row: StateRow, kb: string | null): string {
  // A superseded patch of MSSecure is Not Required by whom the clause names (mssecure, R9).
  const superseder =
    row.supersededBy ?? (row.reason === 'superseded-by-patch' ? (row.byUpdate ?? null) : null);
  const blockers = sorted([...new Set(row.blockers.map((blocker) => blocker.kind))]);
  return JSON.stringify({
    machine: machine.name,
    update: row.update,
    kb,
    state: row.state,
    grade: row.grade,
    reason: row.reason,
    ...(row.original === undefined ? {} : { original: row.original }),
    ...(superseder === null ? {} : { supersededBy: superseder }),
    ...(blockers.length === 0 ? {} : { blockers }),
  });
}

function warningLine(warning: ScanWarning): string {
  const details = Object.fromEntries(Object.entries(warning.details).sort(([a], [b]) => byCodeUnit(a, b)));
  return JSON.stringify({
    code: warning.code,
    ...('file' in warning ? { file: warning.file } : {}),
    details,
  });
}

function* stateLines(contents: ScanContents, machines: readonly Machine[]): Generator<string> {
  const kbs = new Map(contents.updates.map((update) => [update.id, update.kb]));
  for (const machine of machines) {
    const rows = [...contents.statesOf(machine)].sort((a, b) => byCodeUnit(a.update, b.update));
    for (const row of rows) {
      if (!contents.all && row.state === 'NotRequired') continue;
      yield stateLine(machine, row, kbs.get(row.update) ?? null);
    }
  }
}

/**
 * A scan result as `patchferry-scan/1` (schema.json): fixed key order, sorted by code unit, one
 * element a line, final newline. The same contents give the same bytes in whatever order they come.
 * Yields pieces of text, never the whole: a fleet's states may be larger than one string can be.
 */
export function* scanJson(contents: ScanContents): Generator<string> {
  const machines = [...contents.machines].sort((a, b) => byCodeUnit(a.name, b.name));
  yield '{"format":"patchferry-scan/1",\n';
  yield* array('catalogs', sorted(contents.documents.map(catalogLine)));
  yield* array('machines', machines.map(machineLine));
  yield* array('states', stateLines(contents, machines));
  yield* array(
    'ignored',
    sorted(contents.ignored.map(({ file, format, reason }) => JSON.stringify({ file, format, reason }))),
  );
  yield* array(
    'rejected',
    sorted(
      contents.rejected.map((rejection) => {
        const { file, code } = rejection;
        return JSON.stringify({ file, code, message: rejectionMessage(rejection) });
      }),
    ),
  );
  yield* array('warnings', sorted([...new Set(contents.warnings.map(warningLine))]), true);
  yield '}\n';
}
