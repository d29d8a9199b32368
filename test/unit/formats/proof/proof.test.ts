import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Explanation, Proof } from '../../../../src/domain/index.ts';
import { writeProofHtml, writeProofJson } from '../../../../src/formats/proof/index.ts';
import { proofTexts } from '../../../../src/ui/explain/proof-texts.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';
import { nested, packageExplanation, regLeaf, wideOr } from '../../../support/big-explanation.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../src/formats/proof/schema.json', import.meta.url), 'utf8'),
) as object;
const valid = new Ajv2020({ allowUnionTypes: true, formats: { date: true } }).compile(schema);

function proofOf(explanation: Explanation, changes: Partial<Proof> = {}): Proof {
  return {
    format: 'patchferry-proof/1',
    software: 'Patchferry 0.1.0',
    at: '2026-11-21T09:30:00.000Z',
    site: 'Werk Nord',
    operator: 'M. Keller',
    practice: false,
    machine: { id: 'pc-1', name: explanation.machineName },
    update: {
      id: explanation.row.update,
      name: 'sp90131',
      title: 'Sound driver',
      contentHash: 'ab'.repeat(32),
    },
    explanation,
    ...changes,
  };
}
const texts = (explanation: Explanation) => proofTexts(explanation, wordsOf('en'));

const hostile = [
  '<script>window.pwned=1</script>',
  '"><img src=x onerror=alert(1)>',
  '</pre></details><iframe src=javascript:alert(1)>',
  'PC\u202egnp.exe',
  '\u0000\u0007\ud800',
  'A'.repeat(10_000),
  'constructor',
];

describe('a proof as data', () => {
  it('holds the whole explanation and keeps to the schema', () => {
    const explanation = packageExplanation(nested(9, wideOr(600, 437)));
    const read = JSON.parse(writeProofJson(proofOf(explanation))) as Proof;
    expect(read.explanation).toEqual(explanation);
    expect(valid(read), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...read, explanation: { ...explanation, row: {} } })).toBe(false);
  });

  it.each(hostile)('keeps %o for every reader, and shows no invisible character raw', (text) => {
    const explanation = packageExplanation(regLeaf(1, 'true', true, { found: text, text }));
    const json = writeProofJson(proofOf(explanation));
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect((JSON.parse(json) as Proof).explanation).toEqual(explanation);
  });
});

describe('a proof as a page', () => {
  it.each(hostile)('shows %o as text: no script, no markup of its own, nothing requested', async (text) => {
    const leaf = regLeaf(1, 'true', true, { wanted: text, found: text, text });
    const explanation = packageExplanation(leaf, {
      machineName: text,
      catalogs: [{ edition: text, file: text, sha256: 'ab'.repeat(32) }],
    });
    const proof = proofOf(explanation, {
      site: text,
      operator: text,
      update: { id: text, name: text, title: text, contentHash: '' },
    });
    const html = await writeProofHtml(proof, texts(explanation), text);
    expect(html).not.toMatch(/<(script|img|iframe|a|link|object|svg)\b/i);
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(html).toContain("default-src 'none'");
    const tags = (name: string) => html.match(new RegExp(`<${name}[ >]`, 'g'))?.length;
    for (const name of ['ul', 'li', 'p', 'bdi', 'details', 'dl', 'pre']) {
      expect(tags(name), name).toBe(html.match(new RegExp(`</${name}>`, 'g'))?.length);
    }
  });

  it('says state, sentence, found, wanted, place, rule, edition and hashes, in the language asked for', async () => {
    const explanation = packageExplanation(nested(3, wideOr(30, 7)));
    const html = await writeProofHtml(proofOf(explanation), proofTexts(explanation, wordsOf('de')), 'VS-NfD');
    for (const part of [
      '<html lang="de">', 'VS-NfD', 'Erforderlich: sp90131', 'Level7 &gt;= 5', 'facts.json', 'Zeile 7', 'sdp 3.2',
      'hp@2026-05-12', 'Patchferry 0.1.0', 'Ohne Einfluss: 29', 'Zahl in der Registrierung',
    ]) expect(html, part).toContain(part); // prettier-ignore
  });

  it('carries the same data: the folded JSON of the page is the JSON file', async () => {
    const explanation = packageExplanation(regLeaf(1, 'true', true, { text: '<b>\u202e"&amp;' }));
    const proof = proofOf(explanation);
    const html = await writeProofHtml(proof, texts(explanation), '');
    const inside = /<pre>([\s\S]*)<\/pre>/.exec(html)?.[1] ?? '';
    const text = inside
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(text).toBe(writeProofJson(proof));
  });
});
