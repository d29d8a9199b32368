import type { Explanation, Machine, StateRow, TraceNode, Update } from '../../src/domain/index.ts';
import { valueOf } from '../../src/domain/index.ts';
import { months, sha } from './fake-data.ts';

/** A proof in the shape the engine gives, with found and wanted taken from the machine. */
export function fakeExplanation(row: StateRow, machine: Machine, update: Update): Explanation {
  const version = machine.os.version;
  const osLeaf: TraceNode = {
    op: 'leaf',
    truth: version.state === 'known' ? (row.reason === 'product-not-matching' ? 'false' : 'true') : 'unknown',
    decisive: row.reason === 'product-not-matching' || row.reason === 'os-facts-missing',
    leaf: {
      kind: 'os-build',
      wanted: '10.0.17763',
      found: valueOf(version),
      evidence: version.state === 'known' ? version.evidence : null,
      missing: version.state === 'known' ? null : 'not-collected',
    },
  };
  const ubr = valueOf(machine.os.ubr);
  const ubrLeaf: TraceNode = {
    op: 'leaf',
    truth: ubr === null ? 'unknown' : row.state === 'Installed' ? 'true' : 'false',
    decisive: ubr !== null || row.reason === 'ubr-unknown',
    leaf: {
      kind: 'ubr',
      wanted: '>= 7919',
      found: ubr === null ? null : String(ubr),
      evidence: ubr === null ? null : { file: '', sha256: '', line: null, text: String(ubr) },
      missing: ubr === null ? 'not-collected' : null,
    },
  };
  const first = machine.hotfixes.entries[0];
  const listLeaf: TraceNode = {
    op: 'leaf',
    truth:
      row.reason === 'kb-listed'
        ? 'true'
        : machine.hotfixes.completeness === 'complete'
          ? 'false'
          : 'unknown',
    decisive: ubr === null,
    leaf: {
      kind: 'hotfix',
      wanted: update.kb ?? update.id,
      found: first?.id ?? null,
      evidence: first
        ? {
            file: first.file,
            sha256: sha(first.kb ?? 0),
            line: first.line,
            text: `Update  ${first.id}  6/2/2026`,
          }
        : null,
      missing: machine.hotfixes.completeness === 'complete' ? null : 'list-cut',
    },
  };
  const when: TraceNode = {
    op: 'and',
    truth: 'true',
    decisive: true,
    of: [osLeaf, { op: 'not', truth: 'true', decisive: true, of: [{ op: 'or', truth: 'false', decisive: true, of: [ubrLeaf, listLeaf] }] }],
  }; // prettier-ignore
  return {
    row,
    machineName: machine.name,
    kb: update.kb,
    first: null,
    parts: update.products.map((product, index) => ({
      subject: product.name,
      state: row.state,
      reason: row.reason,
      decisive: index === 0,
      clauses: [
        {
          source: 'msrc-cvrf 4.0',
          state: 'NotRequired',
          reason: 'product-not-matching',
          truth: row.reason === 'product-not-matching' ? 'true' : 'false',
          fired: row.reason === 'product-not-matching',
          when: { op: 'not', truth: 'false', decisive: false, of: [osLeaf] },
        },
        ...(row.reason === 'product-not-matching'
          ? []
          : [{ source: 'msrc-cvrf 4.4', state: row.state, reason: row.reason, truth: 'true' as const, fired: true, when }]),
      ],
    })), // prettier-ignore
    catalogs: months.slice(0, 2).map((month, i) => ({
      edition: `${month}@2026-0${5 + i}-12T07:00:00Z`,
      file: `${month.toLowerCase()}.xml`,
      sha256: sha(700 + i),
    })),
  };
}
