import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Proof, ProofTexts, StateRow } from '../../../src/domain/index.ts';
import { replay } from '../../../src/scan/index.ts';
import type { Engine } from '../../../src/tasks/engine.ts';
import { proofTexts } from '../../../src/ui/explain/proof-texts.ts';
import { wordsOf } from '../../../src/ui/words/index.ts';
import { openTestEngine, quiet } from '../../support/open-engine.ts';
import { workedExample } from '../../support/read-mssecure.ts';
import { replayProof } from '../../support/replay-proof.ts';

const schema = new URL('../../../src/formats/proof/schema.json', import.meta.url);
const valid = new Ajv2020({ allowUnionTypes: true, formats: { date: true } }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
);

/** The practice site through the whole engine. */
describe('saving a proof', () => {
  let engine: Engine;
  let rows: readonly StateRow[];
  beforeAll(async () => {
    ({ engine } = await openTestEngine());
    await engine.loadPractice(quiet);
    rows = await engine.rows({});
  });

  async function textsOf(row: StateRow): Promise<ProofTexts> {
    const explanation = await engine.explain(row.machine, row.update);
    if (!explanation) throw new Error('no explanation');
    return proofTexts(explanation, wordsOf('en'));
  }
  async function saved(row: StateRow, form: 'html' | 'json'): Promise<string> {
    const { machine, update } = row;
    const texts = await textsOf(row);
    const made = await engine.exportProof({ machine, update, form, file: `proof.${form}`, texts });
    if (!made.ok || made.value === null) throw new Error('no file');
    return made.value.text();
  }

  it('the data alone gives the same state again, for every state and reason of the site', async () => {
    const kinds = new Map(rows.map((row) => [`${row.state} ${row.reason}`, row]));
    expect(new Set([...kinds.values()].map((row) => row.state)).size).toBe(4);
    for (const row of kinds.values()) {
      const proof = JSON.parse(await saved(row, 'json')) as Proof;
      expect(valid(proof), JSON.stringify(valid.errors)).toBe(true);
      expect(proof.practice).toBe(true);
      expect(proof.explanation).toEqual(await engine.explain(row.machine, row.update));
      expect(replay(proof.explanation), `${row.state} ${row.reason}`).toBe(row.state);
      expect(replayProof(proof.explanation), `${row.state} ${row.reason}`).toBe(row.state);
    }
  });

  it('a changed truth in the data gives another state: the replay does not just repeat what stands there', async () => {
    const row = rows.find((each) => each.state === 'Required') as StateRow;
    const text = (await saved(row, 'json')).replaceAll('"truth": "true"', '"truth": "unknown"');
    expect(replay((JSON.parse(text) as Proof).explanation)).not.toBe('Required');
  });

  it('is in the journal with file name, machine, update, state and the hash of the file', async () => {
    const row = rows.find((each) => each.state === 'Unknown') as StateRow;
    const html = await saved(row, 'html');
    const { entries, total } = await engine.journal(1, 10_000);
    expect(entries).toHaveLength(total);
    expect(entries.at(-1)).toMatchObject({
      act: 'proof-exported',
      file: 'proof.html',
      fileSha256: createHash('sha256').update(html).digest('hex'),
      details: { state: 'Unknown', bytes: Buffer.byteLength(html) },
    });
    expect(html).toContain('Practice data');
  });

  it('a pair without a state gives no file and no entry', async () => {
    const texts = await textsOf(rows[0] as StateRow);
    const before = (await engine.journal(1, 1)).total;
    const made = await engine.exportProof({
      machine: 'nobody',
      update: 'none',
      form: 'json',
      file: 'x',
      texts,
    });
    expect(made).toEqual({ ok: true, value: null });
    expect((await engine.journal(1, 1)).total).toBe(before);
  });
});

/** The worked example of MSSecure with recorded facts: real rules over files and the registry. */
describe('saving a proof of a catalog with rules', () => {
  it('every state replays from its data, keeps the catalog’s word, and names facts, policy and place', async () => {
    const { engine } = await openTestEngine();
    const folder = new URL('../../golden/mssecure-worked-example/', import.meta.url);
    const facts = ['A', 'B', 'C', 'D'].map(
      (name) => new File([readFileSync(new URL(`${name}.facts.json`, folder))], `${name}.facts.json`),
    );
    const files = [new File([workedExample], 'mssecure.xml'), ...facts];
    const report = await engine.importFiles(files, {}, quiet);
    if (!report.ok) throw new Error(report.error.code);
    const rows = (await engine.rows({})).filter(({ update }) => update.startsWith('mssecure:'));
    expect(rows.length).toBeGreaterThan(4);
    for (const { machine, update, state, original } of rows) {
      const explanation = await engine.explain(machine, update);
      if (!explanation) throw new Error('no explanation');
      const texts = proofTexts(explanation, wordsOf('de'));
      const make = async (form: 'json' | 'html') => {
        const made = await engine.exportProof({ machine, update, form, file: `proof.${form}`, texts });
        return made.ok && made.value ? made.value.text() : '';
      };
      const proof = JSON.parse(await make('json')) as Proof;
      expect(valid(proof), JSON.stringify(valid.errors)).toBe(true);
      expect(replay(proof.explanation), `${machine} ${update}`).toBe(state);
      const html = await make('html');
      if (original !== undefined) expect(html).toContain(`Das Wort des Katalogs dafür: ${original}.`);
      expect(html).not.toContain('undefined');
      if (state !== 'Unknown') {
        const places = ['.facts.json', wordsOf('de').proof.noEvidence];
        expect(
          places.some((place) => html.includes(place)),
          `${machine} ${update}`,
        ).toBe(true);
      }
    }
  });
});
