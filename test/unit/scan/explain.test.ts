import fc from 'fast-check';
import { withMatrix } from '../../support/state-matrix.ts';
import { describe, expect, it } from 'vitest';
import {
  compileMsrc,
  createReferenceEngine,
  describeMachine,
  replay as replayState,
} from '../../../src/scan/index.ts';
import type { ClauseTrace, TraceNode, Truth } from '../../../src/domain/index.ts';
import { catalogDocument } from '../../support/catalog-documents.ts';
import { win1809 } from '../../support/machines.ts';

const w1809 = 'Windows 10 Version 1809 for x64-based Systems';
const documents = [
  { id: '2019-Feb', fixes: [{ kb: 4487044, products: [w1809, 'Windows Server 2019'] }] },
  { id: '2022-Nov', fixes: [{ kb: 5019966, products: [w1809], build: '10.0.17763.3650' }] },
].map(catalogDocument);

/** Truth of a traced rule from the truths of its leaves alone. */
function replay(node: TraceNode): Truth {
  const of = (node.of ?? []).map(replay);
  if (node.op === 'not') return of[0] === 'unknown' ? 'unknown' : of[0] === 'true' ? 'false' : 'true';
  if (node.op === 'proven') return of[0] === 'true' ? 'true' : 'false';
  if (node.op !== 'and' && node.op !== 'or') return node.truth;
  const settles = node.op === 'and' ? 'false' : 'true';
  if (of.includes(settles)) return settles;
  return of.includes('unknown') ? 'unknown' : node.op === 'and' ? 'true' : 'false';
}

const allNodes = (node: TraceNode): TraceNode[] => [node, ...(node.of ?? []).flatMap(allNodes)];

async function explanationsOf(made: Parameters<typeof win1809>[0]) {
  const compilation = await compileMsrc(documents);
  const pc = win1809(made);
  const { codes } = await withMatrix(createReferenceEngine()).scan(compilation.catalog, [pc]);
  const describer = describeMachine(compilation, pc, codes);
  return compilation.updates.map((_, i) => describer.explain(i));
}

describe('explanations', () => {
  it('SCN11 replay to the same truths and the same state', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          ubr: fc.constantFrom(1, 3650),
          kbs: fc.subarray([4487044, 5019966, 4400000]),
          list: fc.constantFrom('complete' as const, 'cut' as const),
        }),
        async (made) => {
          for (const explanation of await explanationsOf(made)) {
            const clauses: ClauseTrace[] = explanation.parts.flatMap((part) => [...part.clauses]);
            for (const clause of clauses) expect(replay(clause.when)).toBe(clause.truth);
            expect(replayState(explanation)).toBe(explanation.row.state);
            const decisive = explanation.parts.find((part) => part.decisive);
            expect(decisive?.state ?? explanation.first?.state).toBe(explanation.row.state);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('name what was found, what was wanted, the line it stands in, and the edition', async () => {
    const [, newer] = await explanationsOf({ ubr: 3649 });
    expect(newer?.row.state).toBe('Required');
    expect(newer?.catalogs).toEqual([
      { edition: '2022-Nov@2022-Nov edition', file: '2022-Nov.xml', sha256: '2022-Nov' },
    ]);
    const fired = newer?.parts[0]?.clauses.find((clause) => clause.fired);
    expect(fired?.reason).toBe('build-below');
    const ubr = (fired ? allNodes(fired.when) : []).find((node) => node.leaf?.kind === 'ubr');
    expect(ubr?.leaf).toMatchObject({ wanted: '>= 3650', found: '3649', evidence: { file: 'pc.txt' } });
  });

  it('name the list entry that made an update Installed', async () => {
    const [older] = await explanationsOf({ kbs: [4487044] });
    expect(older?.first?.fired).toBe(true);
    const leaf = older?.first ? allNodes(older.first.when).find((node) => node.leaf)?.leaf : null;
    expect(leaf).toMatchObject({ wanted: 'KB4487044', found: 'KB4487044', evidence: { line: 2 } });
  });

  it('refuse to speak for an engine that came to another state', async () => {
    const compilation = await compileMsrc(documents);
    const describer = describeMachine(compilation, win1809({ ubr: 3650 }), [0, 0]);
    expect(() => describer.row(0)).toThrow(/engines differ for msrc:KB4487044 on pc/);
  });
});
