/** Small stored things for the tests of this folder; all made up. */
import type { Declaration } from '../../../src/domain/index.ts';
import type {
  Authorization,
  InventoryReading,
  MsrcDocument,
  TrustedRoot,
  WaitingFile,
} from '../../../src/domain/index.ts';
import { unknownOs } from '../../../src/domain/index.ts';
import type { Change, StoredEdition, StoredReading } from '../../../src/store/index.ts';
import { planesOf } from '../../support/state-matrix.ts';

export function sampleDocument(id: string, sha256: string): MsrcDocument {
  return {
    source: 'msrc',
    id,
    title: `${id} Security Updates`,
    revision: '1',
    initialReleaseDate: '2026-02-10T08:00:00Z',
    currentReleaseDate: '2026-02-10T08:00:00Z',
    file: `${id}.xml`,
    bytes: 1000,
    sha256,
    products: [{ id: '1', name: 'Windows 10 Version 1809 for x64-based Systems', family: 'Windows' }],
    vulnerabilities: [],
    remediations: [],
    clickToRun: [],
    knownIssues: [],
    counts: { vulnerabilities: 0, vendorFixes: 0, kbs: 0, kbProducts: 0, productElements: 0, products: 1 },
    warnings: [],
  };
}

export function sampleEdition(id: string, sha256: string, current = true): StoredEdition {
  return { key: `msrc:${id}:${sha256}`, document: sampleDocument(id, sha256), importedAt: 5, current };
}

export function sampleReading(name: string, sha256: string): StoredReading {
  const reading: InventoryReading = {
    format: 'systeminfo',
    file: `${name}.txt`,
    sha256,
    bytes: 10,
    machineName: name,
    stem: name,
    os: unknownOs,
    hotfixes: null,
    collectedAt: null,
    warnings: [],
  };
  return { reading, importedAt: 7, givenName: null };
}

export function sampleWaiting(name: string): WaitingFile {
  const { reading } = sampleReading(name, name);
  return { kind: 'name', key: `${name} stem ${name}`, at: 3, reading: { ...reading, machineName: null } };
}

export function sampleAuthorization(update: string): Authorization {
  return { update, verdict: 'authorized', reason: '', contentHash: 'h', at: 9, by: 'Kim', until: null };
}

/** @param start of its thumbprint, two digits */
export function sampleRoot(start: string): TrustedRoot {
  return {
    subject: 'CN=Example Root',
    sha256: start.repeat(32),
    notBefore: '2010-06-23T21:57:24.000Z',
    notAfter: '2035-06-23T22:04:01.000Z',
    certificate: 'MAA=',
    file: 'root.cer',
    importedAt: 8,
    importedBy: 'Kim',
  };
}

/** A change that touches everything there is. */
export const fullChange: Change = {
  putEditions: [sampleEdition('2026-Feb', 'b'), sampleEdition('2026-Jan', 'a', false)],
  putReadings: [sampleReading('ws2', '22'), sampleReading('ws1', '11')],
  ubr: { ws1: 5122 },
  authorizations: [sampleAuthorization('msrc:KB2'), sampleAuthorization('msrc:KB1')],
  states: {
    planes: planesOf({
      catalogKey: 'k',
      updates: ['msrc:KB1'],
      machines: ['ws1', 'ws2'],
      codes: new Uint8Array([0, 3]),
    }),
    summary: {
      at: 11,
      machines: 2,
      updates: 1,
      required: 1,
      installed: 0,
      unknown: 0,
      notRequired: 1,
      engine: 'rows',
      elapsedMs: 3,
    },
  },
  settings: {
    operator: 'Kim',
    site: 'North',
    marking: '',
    language: 'de',
    theme: 'dark',
    singleKeys: false,
    track: 'rollup',
  },
  ignored: [{ file: 'x.txt', sha256: '99', format: 'dxdiag', reason: 'not-used' }],
  putRoots: [sampleRoot('cd'), sampleRoot('ab')],
  putDeclarations: [sampleDeclaration('b'), sampleDeclaration('a')],
  putWaiting: [sampleWaiting('b'), sampleWaiting('a')],
  practice: true,
  journal: [
    { act: 'workspace-created' },
    { act: 'catalog-imported', file: '2026-Feb.xml', fileSha256: 'b', details: { updates: 1 } },
  ],
};

export function sampleDeclaration(id: string): Declaration {
  const machines = { kind: 'chosen', ids: ['ws1'] } as const;
  const said = { products: ['SQL'], family: null, says: 'absent', version: null, machines } as const;
  return { id, ...said, reason: 'asked', until: '2027-01-01', by: 'Kim', at: 5, expired: false };
}
