/** Parts of the invented snapshot that the engine in memory shows. */
import {
  patchStates,
  type Authorization,
  type Machine,
  type StatePlanes,
  type Update,
} from '../../src/domain/index.ts';
import type {
  BundlePlanItem,
  EditionRow,
  FileOutcome,
  Identified,
  ImportOptions,
  EditionDifference,
  ImportReport,
  MissingFact,
  NextStep,
  StorageState,
  WaitingAnswer,
  WaitingRow,
} from '../../src/tasks/engine.ts';
import { missingFacts } from '../../src/tasks/missing-facts.ts';
import { planesOf } from './state-matrix.ts';
import { fakeNow, fakeRow, months, sha } from './fake-data.ts';

/** Copies an update until there are as many as a big catalog would bring. */
export function multiplied(updates: readonly Update[], count: number): readonly Update[] {
  return Array.from({ length: count }, (_, i) => {
    const base = updates[i % updates.length] as Update;
    const kbNumber = 4_000_000 + i;
    return {
      ...base,
      id: `msrc:KB${kbNumber}`,
      kb: `KB${kbNumber}`,
      kbNumber,
      supersedes: [],
      supersededBy: [],
    };
  });
}

export function statesOf(updates: readonly Update[], machines: readonly Machine[]): StatePlanes | null {
  if (updates.length === 0 || machines.length === 0) return null;
  const codes = new Uint8Array(updates.length * machines.length);
  let at = 0;
  for (const u of updates) {
    for (const m of machines) codes[at++] = patchStates.indexOf(fakeRow(m, u).state);
  }
  return planesOf({
    catalogKey: sha(1),
    updates: updates.map((u) => u.id),
    machines: machines.map((m) => m.id),
    codes,
  });
}

export function editionsOf(updates: readonly Update[]): readonly EditionRow[] {
  if (updates.length === 0) return [];
  return months.map((month, i) => ({
    key: `msrc:${month}:${sha(700 + i)}`,
    document: month,
    title: `${month.slice(5)} 2026 Security Updates`,
    revision: String(40 + i * 7),
    currentReleaseDate: `2026-0${[5, 6, 8, 9][i]}-2${i}T07:00:00Z`,
    file: `${month.toLowerCase()}.xml`,
    bytes: 1_900_000 + i * 340_000,
    sha256: sha(700 + i),
    importedAt: fakeNow - (40 - i) * 86_400_000,
    current: true,
    source: 'msrc' as const,
    updates: 12,
    vendors: [],
    counts: { vulnerabilities: 80 + i, vendorFixes: 600, kbs: 12, kbProducts: 24, productElements: 200, products: 90 },
    warnings: i === 1 ? [{ code: 'supersedence-differs', details: { kb: 'KB5075011' } }] : [],
  }));
} // prettier-ignore

export function missingFactsOf(
  updates: readonly Update[],
  machines: readonly Machine[],
): readonly MissingFact[] {
  const open = updates
    .slice(0, 100)
    .flatMap((update) =>
      machines.map((machine, at) => ({ machines: [at], blockers: fakeRow(machine, update).blockers })),
    );
  return missingFacts(open);
}

export function nextOf(states: StatePlanes | null, facts: readonly MissingFact[]): readonly NextStep[] {
  if (!states) return [{ kind: 'bring-catalog' }, { kind: 'bring-inventories' }];
  return [
    {
      kind: 'missing-facts',
      facts: 2,
      rules: 0,
      states: facts.reduce((n, f) => n + f.states, 0),
      products: 1,
    },
    { kind: 'review', updates: 9 },
    { kind: 'build-bundle', updates: 2 },
    { kind: 'export-workspace', lastExportAt: fakeNow - 9 * 86_400_000 },
  ];
}

export function reportOf(names: readonly string[], options: ImportOptions): ImportReport {
  return {
    files: names.map((file): FileOutcome => outcomeOf(file, options)),
    differences: [
      {
        document: '2026-Sep',
        added: ['msrc:KB5083000'],
        revised: ['msrc:KB5083011'],
        gone: [],
        described: [],
        superseded: [],
        expired: [],
        lowered: [],
        doubt: null,
      },
    ],
    warnings: [{ code: 'list-cut', file: 'LAB-PC-03_systeminfo.txt', details: { listed: 142 } }],
    scan: null,
    elapsedMs: 840,
  };
}

export function storageOf(filled: boolean): StorageState {
  return {
    mode: 'browser',
    persisted: false,
    usedBytes: 41_300_000,
    quotaBytes: 10_700_000_000,
    lastExportAt: filled ? fakeNow - 9 * 86_400_000 : null,
    changesSinceExport: filled ? 14 : 0,
    clearedByBrowser: false,
    failure: null,
  };
}

export function answeredWith(file: string, answer: WaitingAnswer): ImportOptions {
  return 'machine' in answer
    ? { names: { [file]: answer.machine } }
    : { overrides: { [file]: answer.reason }, signatureOverrides: { [file]: answer.reason } };
}

/** The machine with a revision that was typed, or without one. */
export function withUbr(machine: Machine, ubr: number | null): Machine {
  const fact: Machine['os']['ubr'] =
    ubr === null
      ? { state: 'unavailable', reason: 'not-collected' }
      : { state: 'known', value: ubr, evidence: { file: '', sha256: '', line: null, text: String(ubr) } };
  return { ...machine, os: { ...machine.os, ubr: fact } };
}

/** The questions that an import left, as the snapshot lists them. */
export function waitingOf({ files }: ImportReport, at: number): readonly WaitingRow[] {
  return files.flatMap((outcome): readonly WaitingRow[] => {
    const { file } = outcome;
    if (outcome.outcome === 'needs-name')
      return [{ key: outcome.waiting, file, at, kind: 'name', stem: outcome.stem }];
    if (outcome.outcome === 'older')
      return [{ key: outcome.waiting, file, at, kind: 'older', error: outcome.error, kept: true }];
    if (outcome.outcome === 'unproven') {
      const kept = !file.includes('huge');
      return [{ key: outcome.waiting, file, at, kind: 'signature', error: outcome.error, kept }];
    }
    return [];
  });
}

function kindOf(name: string) {
  if (name.endsWith('.patchferry')) return 'workspace' as const;
  return name.endsWith('.xml') ? ('catalog' as const) : ('inventory' as const);
}

/** The name of a file says what becomes of it: `cut…`, `nameless…`, `older…`, `unsigned…`, `same…`, `dxdiag…`. */
function outcomeOf(file: string, options: ImportOptions): FileOutcome {
  const kind = kindOf(file);
  const format = kind === 'catalog' ? 'msrc' : 'systeminfo';
  if (file.startsWith('cut')) {
    const details = { found: '301 MB', wanted: '612 MB' };
    return { file, outcome: 'rejected', error: { code: 'cut-off', file, place: 'line 812', details } };
  }
  if (file.startsWith('nameless') && !options.names?.[file])
    return { file, outcome: 'needs-name', stem: 'nameless', waiting: file };
  if (file.startsWith('older') && !options.overrides?.[file]) {
    const details = { date: '2026-05-13', stored: '2026-06-11' };
    return {
      file,
      outcome: 'older',
      error: { code: 'older-edition', file, place: '', details },
      waiting: file,
    };
  }
  if (file.startsWith('unsigned') && !options.signatureOverrides?.[file]) {
    const details = { because: 'unsigned' };
    return {
      file,
      outcome: 'unproven',
      error: { code: 'signature-not-proven', file, place: '', details },
      waiting: file,
    };
  }
  const subject = options.names?.[file] ?? file.replace(/_.*$/, '');
  if (file.startsWith('same')) return { file, outcome: 'nothing-new', kind, format, subject };
  if (file.startsWith('dxdiag'))
    return { file, outcome: 'ignored', format: 'dxdiag', reason: 'DirectX report' };
  return { file, outcome: 'imported', kind, format, subject, detail: { facts: 21 } };
}

export function planOf(
  updates: readonly Update[],
  machines: readonly Machine[],
  authorizations: readonly Authorization[],
) {
  const items = authorizations.flatMap((a, order): BundlePlanItem[] => {
    const update = updates.find((u) => u.id === a.update);
    const needing = update ? machines.filter((m) => fakeRow(m, update).state === 'Required') : [];
    if (a.verdict !== 'authorized' || !update?.kb || needing.length === 0) return [];
    return [
      {
        update: update.id,
        kb: update.kb,
        title: update.title,
        order: order + 1,
        products: update.products.map((p) => p.name),
        machines: needing.map((m) => m.id),
        remarks: order === 0 ? [{ mark: 'needs-esu-licence', machines: 1 }] : [],
        restart: update.restart,
        url: update.url,
        supersedes: update.supersedes.map((kb) => `KB${kb}`),
      },
    ];
  });
  const inPlan = [...new Set(items.flatMap((i) => i.machines))].sort();
  return { items, leftOut: [], machines: inPlan };
}

export function identifiedOf(file: File): Identified {
  const { name, size } = file;
  const hasScope = name.includes('wsusscn2') && { hasScope: true };
  return {
    name,
    bytes: size,
    kind: hasScope ? 'catalog' : kindOf(name),
    format: '',
    fate: 'import',
    ...hasScope,
  };
}

/** Of three updates one is new, one revised in every way, one gone. */
export function differenceOf(ids: readonly string[]): EditionDifference {
  const [added = '', revised = '', gone = ''] = ids;
  return {
    document: '2026-Jun',
    added: [added],
    revised: [revised],
    gone: [gone],
    described: [revised],
    superseded: [revised],
    expired: [],
    lowered: [{ update: revised, before: 'Critical', after: 'Low' }],
    doubt: { before: 10, after: 3 },
  };
}
