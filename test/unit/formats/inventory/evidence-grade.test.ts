import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factOf, mergeMachines } from '../../../../src/domain/index.ts';
import type { Evidence, Proof } from '../../../../src/domain/index.ts';
import { explainText } from '../../../../src/cli/explain-text.ts';
import { writeProofHtml } from '../../../../src/formats/proof/index.ts';
import { evidenceOf } from '../../../../src/scan/leaves/trace-fact.ts';
import { proofTexts } from '../../../../src/ui/explain/proof-texts.ts';
import { evidenceText } from '../../../../src/ui/explain/node-text.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';
import { packageExplanation, regLeaf } from '../../../support/big-explanation.ts';
import { readingOf } from '../../../support/read-inventory.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../src/formats/proof/schema.json', import.meta.url), 'utf8'),
) as object;

/** The evidence of a value that a registry export shows. */
async function exportedEvidence(): Promise<Evidence> {
  const text =
    'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Acme]\r\n"Level"=dword:5\r\n\r\n';
  const reading = await readingOf(text, 'pc1_registry.reg');
  const { machines } = mergeMachines([{ reading, importedAt: 0, givenName: null }], {}, () => true);
  const [machine] = machines;
  if (!machine) throw new Error('no machine');
  const subject = { kind: 'reg_value', view: 'native', key: 'software\\acme', value: 'level' } as const;
  const evidence = evidenceOf(factOf(machine.facts, subject), machine);
  if (!evidence) throw new Error('no evidence');
  return evidence;
}

describe('evidence of a registry export', () => {
  it('has its grade, file and line, in the explanation, on paper and on the command line', async () => {
    const evidence = await exportedEvidence();
    expect(evidence).toMatchObject({ file: 'pc1_registry.reg', line: 4, grade: 'B' });
    expect(evidenceText(evidence, wordsOf('en'))).toBe(
      'pc1_registry.reg, line 4, evidence grade B: from a whole list',
    );
    const node = regLeaf(1, 'true', true);
    const leaf = { ...node, leaf: { ...node.leaf, evidence } } as typeof node;
    const explanation = packageExplanation(leaf);
    const proof: Proof = {
      format: 'patchferry-proof/1',
      software: 'Patchferry 0.1.0',
      at: '2026-11-21T09:30:00.000Z',
      site: 'Werk Nord',
      operator: 'M. Keller',
      practice: false,
      machine: { id: 'pc-1', name: explanation.machineName },
      update: { id: explanation.row.update, name: 'x', title: 'x', contentHash: 'ab'.repeat(32) },
      explanation,
    };
    const html = await writeProofHtml(proof, proofTexts(explanation, wordsOf('de')), '');
    expect(html).toContain('Belegstufe B: aus einer vollständigen Liste');
    expect(explainText(explanation)).toContain('<- pc1_registry.reg, line 4, grade B');
    const valid = new Ajv2020({ allowUnionTypes: true, formats: { date: true } }).compile(schema);
    expect([valid(JSON.parse(JSON.stringify(proof))), valid.errors]).toEqual([true, null]);
  });
});
