import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStrictFragment } from '../../src/formats/wsusscan/fragment-tree.ts';
import { quickTree } from '../../src/formats/wsusscan/quick-tree.ts';
import { dataFolder, hasData } from '../support/data.ts';
import { pick, seeded, whole } from '../support/seeded.ts';
import { smallCatalog } from '../support/small-mu-catalog.ts';

/** Pieces that make sound and unsound fragments alike. */
const pieces = [
  '<a>',
  '</a>',
  '<b.C d="e">',
  '</b.C>',
  '<a/>',
  '<a />',
  '<x:y/>',
  '<a b="c" d=\'e\'/>',
  '<a b="&amp;&lt;"/>',
  '<a b="1" b="2"/>',
  '<a b=1/>',
  '<a b="<"/>',
  '<a b="\n"/>',
  '<a b ="x" c= "y"/>',
  '<a b="x"c="y"/>',
  '< a/>',
  '<a',
  '>',
  '"',
  '&amp;',
  '&#65;',
  '&b;',
  '&',
  ']]>',
  'text',
  ' ',
  '\n',
  '\r\n',
  '<!-- c -->',
  '<![CDATA[x]]>',
  '<?p q?>',
  '<constructor/>',
  '<a __proto__="x"/>',
  '<a xmlns="u"/>',
  '<a xmlns="u" xmlns="u"/>',
  '<xmlns/>',
  '<a xmlns=""/>',
  '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
  '<a xmlns:p="u" p:b="c"/>',
  'é',
  '😀',
  '\u0001',
  '\u0085',
  '\uffff',
  '\ud83d',
  '</ a>',
  '</a >',
  '<1a/>',
  '<a-b_c.d1/>',
  '<.a/>',
  '<a b/>',
  '<a//>',
  '<!DOCTYPE f>',
  '</f>',
  '<f>',
];

/** Where the quick reader has an answer, it is that of the strict parser. */
function agrees(text: string): boolean {
  const quick = quickTree(text);
  if (quick === null) return false;
  expect([text, { ok: true, elements: quick }]).toEqual([text, readStrictFragment(text)]);
  return true;
}

describe('the quick reader of fragments', () => {
  it('agrees with the strict parser on random mixtures, wherever it has an answer', () => {
    let answered = 0;
    for (let seed = 0; seed < 20_000; seed += 1) {
      const random = seeded(seed);
      const depth = whole(random, 3);
      const inner = Array.from({ length: whole(random, 5) }, () => pick(random, pieces)).join('');
      if (agrees('<r>'.repeat(depth) + inner + '</r>'.repeat(depth))) answered += 1;
    }
    expect(answered).toBeGreaterThan(2000);
  });

  it('has the answer for fragments as they are', () => {
    for (const [name, text] of Object.entries(smallCatalog.fragments ?? {})) {
      expect([name, agrees(String(text))]).toEqual([name, true]);
    }
  });

  it.skipIf(!hasData('wu'))('has it for the real ones', () => {
    const folders = [
      'syncupdates-core',
      ...['c', 'x', 'l/en'].map((part) => `wsusscn2-slice-2026-07/${part}`),
    ];
    for (const folder of folders) {
      for (const name of readdirSync(join(dataFolder, 'wu', folder)).filter((each) => each !== 'index.tsv')) {
        expect([name, agrees(readFileSync(join(dataFolder, 'wu', folder, name), 'utf8'))]).toEqual([
          name,
          true,
        ]);
      }
    }
  });
});
