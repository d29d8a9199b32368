import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBuildKnown, mergeMachines, patchStates } from '../../../../src/domain/index.ts';
import type { Explanation, Machine } from '../../../../src/domain/index.ts';
import { writeProofHtml, writeProofJson } from '../../../../src/formats/proof/index.ts';
import { compileCatalogs, decideUpdate, describeMachine, replay } from '../../../../src/scan/index.ts';
import { readFile } from '../../../../src/tasks/read-file.ts';
import { standardFormats } from '../../../../src/tasks/standard-formats.ts';
import { firstOpen, visibleRows } from '../../../../src/ui/explain/proof-rows.ts';
import { proofTexts } from '../../../../src/ui/explain/proof-texts.ts';
import { proofTree, type ProofNode } from '../../../../src/ui/explain/proof-tree.ts';
import { sentenceOf } from '../../../../src/ui/explain/sentence.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';
import { hasData } from '../../../support/data.ts';
import { readPackages, realPackageFiles } from '../../../support/real-packages.ts';
import { replayProof } from '../../../support/replay-proof.ts';

const folder = join(import.meta.dirname, '../../../golden/sdp-three-machines');
const words = wordsOf('en');

async function machineOf(name: string): Promise<Machine> {
  const path = join(folder, `${name}.facts.json`);
  const read = await readFile(new File([readFileSync(path)], basename(path)), standardFormats, {});
  if (read.kind !== 'inventory') throw new Error(path);
  const readings = [{ reading: read.reading, importedAt: 0, givenName: null }];
  return mergeMachines(readings, {}, isBuildKnown).machines[0] as Machine;
}

function deepest(nodes: readonly ProofNode[]): number {
  return nodes.reduce((depth, node) => Math.max(depth, 1 + deepest(node.of())), 0);
}

describe.skipIf(!hasData('wu'))('proofs of the 1,223 real packages on three machines', () => {
  it(
    'replay to their states, open at a readable length, and are told in words',
    { timeout: 300_000 },
    async () => {
      const documents = await readPackages(realPackageFiles());
      const compilation = await compileCatalogs(documents, { checksums: false });
      const seen = { pairs: 0, lines: 0, depth: 0, bytes: 0, noLeaf: 0 };
      const states = new Set<string>();
      for (const name of ['HP-TEN', 'HP-SEVEN', 'DELL-TEN']) {
        const machine = await machineOf(name);
        const codes = compilation.catalog.updates.map((rules) =>
          patchStates.indexOf(decideUpdate(rules, machine).outcome.state),
        );
        const describer = describeMachine(compilation, machine, codes);
        for (const at of codes.keys()) {
          const explanation: Explanation = describer.explain(at);
          const { state } = explanation.row;
          expect(replay(explanation), explanation.row.update).toBe(state);
          expect(replayProof(explanation), explanation.row.update).toBe(state);
          const roots = proofTree(explanation);
          const lines = visibleRows(roots, firstOpen(roots)).length;
          seen.pairs += 1;
          seen.lines = Math.max(seen.lines, lines);
          seen.depth = Math.max(seen.depth, deepest(roots));
          states.add(state);
          expect(sentenceOf(explanation, words)).not.toMatch(/undefined| {2}/);
          if (at % 40 !== 0) continue;
          const proof = {
            format: 'patchferry-proof/1' as const,
            software: 'test',
            at: '2026-11-21T00:00:00.000Z',
            site: '',
            operator: '',
            practice: false,
            machine: { id: machine.id, name: machine.name },
            update: { id: explanation.row.update, name: 'x', title: '', contentHash: '' },
            explanation,
          };
          const html = await writeProofHtml(proof, proofTexts(explanation, words), '');
          seen.bytes = Math.max(seen.bytes, html.length);
          expect(html).not.toMatch(/undefined|\[object/);
          expect(replay((JSON.parse(writeProofJson(proof)) as typeof proof).explanation)).toBe(state);
        }
      }
      console.log(
        `figure proofs: ${seen.pairs} pairs, at most ${seen.lines} lines open, ${seen.depth} deep, ${seen.bytes} characters as a page`,
      );
      expect(seen.pairs).toBe(3 * 1223);
      expect(states.size).toBeGreaterThan(2);
      expect(seen.lines).toBeLessThanOrEqual(60);
    },
  );
});
