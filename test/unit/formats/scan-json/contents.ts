import type { MsrcDocument, Fact, Machine, StateRow } from '../../../../src/domain/index.ts';
import type { ScanContents } from '../../../../src/formats/scan-json/index.ts';

export const sha = (letter: string) => letter.repeat(64);

export function document(id: string, date: string, sha256: string, kbs: number): MsrcDocument {
  return {
    source: 'msrc',
    id,
    title: id,
    revision: '1',
    initialReleaseDate: date,
    currentReleaseDate: date,
    file: `${id}.xml`,
    bytes: 1,
    sha256,
    products: [],
    vulnerabilities: [],
    remediations: [],
    clickToRun: [],
    knownIssues: [],
    counts: { vulnerabilities: 0, vendorFixes: 0, kbs, kbProducts: 0, productElements: 0, products: 0 },
    warnings: [],
  };
}

function known<T>(value: T): Fact<T> {
  return { state: 'known', value, evidence: { file: 'a.txt', sha256: sha('a'), line: 1, text: '' } };
}

const none: Fact<never> = { state: 'unavailable', reason: 'not-collected' };

export function machine(name: string, build: number | null, files: readonly string[]): Machine {
  return {
    id: name.toLowerCase(),
    name,
    os: {
      version: build === null ? none : known(`10.0.${build}`),
      name: build === null ? none : known('Microsoft Windows 10 Pro'),
      servicePack: none,
      architecture: build === null ? none : known('x64'),
      role: build === null ? none : known('client'),
      installation: none,
      ubr: none,
      edition: none,
    },
    hotfixes: {
      completeness: 'complete',
      entries: [{ id: 'KB4487044', kb: 4487044, installedOn: null, file: 'a.txt', line: 3 }],
    },
    files: files.map((file) => ({
      name: file,
      sha256: sha('a'),
      format: 'systeminfo',
      importedAt: 0,
      collectedAt: null,
    })),
    history: [],
    incomplete: ['ubr-missing', 'hotfix-list-cut'],
  };
}

export function row(machineId: string, update: string, more: Partial<StateRow>): StateRow {
  return {
    machine: machineId,
    update,
    state: 'Required',
    reason: 'older-cumulative-listed',
    grade: 'listed',
    possible: [],
    blockers: [],
    by: null,
    marks: [],
    supersededBy: null,
    ...more,
  };
}

/** Two machines and three updates, one of them Not Required. */
export function contents(all = false): ScanContents {
  return {
    documents: [
      document('2019-Mar', '2019-03-12T00:00:00', sha('c'), 40),
      document('2019-Feb', '2019-02-12T00:00:00', sha('b'), 85),
    ],
    updates: [
      { id: 'msrc:KB4487044', kb: 'KB4487044' },
      { id: 'msrc:KB4489899', kb: 'KB4489899' },
      { id: 'msrc:C2R-2019-Mar-11762', kb: null },
    ],
    machines: [machine('b-pc', null, ['z.txt']), machine('B-PC2', 17763, ['y.txt', 'B.txt', 'a.txt'])],
    statesOf: (m) =>
      m.id === 'b-pc'
        ? [
            row(m.id, 'msrc:KB4489899', {
              state: 'Unknown',
              reason: 'os-facts-missing',
              grade: null,
              possible: ['Required', 'NotRequired'],
              blockers: [
                { kind: 'ubr', subject: '' },
                { kind: 'os-facts', subject: '' },
                { kind: 'ubr', subject: 'x' },
              ],
            }),
          ]
        : [
            row(m.id, 'msrc:KB4489899', {}),
            row(m.id, 'msrc:KB4487044', { state: 'NotRequired', reason: 'product-not-matching' }),
            row(m.id, 'msrc:C2R-2019-Mar-11762', { supersededBy: 'msrc:KB4489899' }),
          ],
    ignored: [
      { file: 'z.wmi', format: 'wmic-list', reason: 'no-facts' },
      { file: 'a.wmi', format: 'wmic-list', reason: 'no-facts' },
    ],
    rejected: [
      { code: 'cut-off', file: 'cut.xml', place: 'line 812', details: { found: 10, expected: 20 } },
      { code: 'file-empty', file: 'Empty.xml', place: '', details: {} },
    ],
    warnings: [
      { code: 'list-cut', file: 'y.txt', details: { items: 245, declared: 273 } },
      { code: 'months-missing', details: { months: '2019-Jan' } },
      { code: 'months-missing', details: { months: '2019-Jan' } },
    ],
    all,
  };
}
