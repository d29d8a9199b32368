import { describe, expect, it } from 'vitest';
import { ManifestFilter } from '../../../../src/formats/wsusscan/manifest-filter.ts';
import { pick, seeded, whole } from '../../../support/seeded.ts';

function filtered(text: string, step = text.length): string {
  const filter = new ManifestFilter(1_000_000);
  for (let at = 0; at < text.length; at += step) expect(filter.push(text.slice(at, at + step))).toBe(true);
  return filter.end();
}

const identity = '<assemblyIdentity name="a" version="1"/>';

describe('manifests are cut to their identity', () => {
  it.each([
    ['nothing to cut', '<a><b c="d"/></a> text', '<a><b c="d"/></a> text'],
    [
      'the rest',
      `<m><assembly x="1">${identity}<package/><b>t</b></assembly></m>`,
      `<m><assembly x="1">${identity}</assembly></m>`,
    ],
    [
      'an identity with an end tag',
      '<assembly><assemblyIdentity name="a"></assemblyIdentity><b/></assembly>c',
      '<assembly><assemblyIdentity name="a"></assemblyIdentity></assembly>c',
    ],
    [
      'prefixes',
      `<v:assembly xmlns:v="u"><v:assemblyIdentity n="1"/><v:b/></v:assembly>`,
      `<v:assembly xmlns:v="u"><v:assemblyIdentity n="1"/></v:assembly>`,
    ],
    [
      'a mark in an attribute',
      `<assembly d="a > b"><assemblyIdentity n=">" v='">'/><b c=">"/></assembly>`,
      `<assembly d="a > b"><assemblyIdentity n=">" v='">'/></assembly>`,
    ],
    [
      'assemblies in assemblies',
      `<assembly>${identity}<assembly><assembly/>${identity}</assembly><b/></assembly><c/>`,
      `<assembly>${identity}</assembly><c/>`,
    ],
    [
      'an end in a comment',
      `<assembly>${identity}<!-- </assembly> --><b/></assembly><c/>`,
      `<assembly>${identity}</assembly><c/>`,
    ],
    [
      'an end in CDATA',
      `<assembly>${identity}<![CDATA[</assembly>]]><b/></assembly><c/>`,
      `<assembly>${identity}</assembly><c/>`,
    ],
    ['a beginning in a comment', `<!-- <assembly> --><d/>`, `<!-- <assembly> --><d/>`],
    ['no identity', '<assembly><b/></assembly><c/>', '<assembly><b/></assembly><c/>'],
    ['an empty one', '<assembly/><c/>', '<assembly/><c/>'],
    [
      'two',
      `<assembly>${identity}<b/></assembly>x<assembly>${identity}<b/></assembly>`,
      `<assembly>${identity}</assembly>x<assembly>${identity}</assembly>`,
    ],
    ['other names', '<assemblyX/><myassembly><b/></myassembly>', '<assemblyX/><myassembly><b/></myassembly>'],
    ['an end that never comes', `<assembly>${identity}<b><c/>`, `<assembly>${identity}`],
  ])('%s', (_, text, expected) => {
    expect(filtered(text)).toBe(expected);
    for (const step of [1, 2, 3, 5, 7, 11]) expect(filtered(text, step)).toBe(expected);
  });

  it('any split gives the same, for random mixtures', () => {
    const parts = [
      '<assembly>',
      '</assembly>',
      identity,
      '<assemblyIdentity n="1">',
      '</assemblyIdentity>',
      '<b c=">"/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      'text',
      '<',
      '>',
      '"',
      '<assembly d="',
      '/>',
      '--',
      ']]',
    ];
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seeded(seed);
      const text = Array.from({ length: 3 + whole(random, 14) }, () => pick(random, parts)).join('');
      const expected = filtered(text);
      for (const step of [1, 2, 3, 1 + whole(random, 30)])
        expect([seed, filtered(text, step)]).toEqual([seed, expected]);
    }
  });

  it('46 MB of manifest are passed over in pieces, little is kept', () => {
    const filter = new ManifestFilter(100_000);
    expect(filter.push(`<c><assembly>${identity}`)).toBe(true);
    const piece = '<component><assemblyIdentity name="x" version="1.2.3.4"/></component>'.repeat(500);
    for (let bytes = 0; bytes < 46_000_000; bytes += piece.length) expect(filter.push(piece)).toBe(true);
    expect(filter.push('</assembly></c>')).toBe(true);
    expect(filter.end()).toBe(`<c><assembly>${identity}</assembly></c>`);
  });

  it('takes time in proportion to the text, also where a mark never ends', () => {
    const endless = [
      '<!--',
      '<![CDATA[',
      '<assembly><assemblyIdentity a="',
      '<assembly><assemblyIdentity a="b"/>',
      '',
    ];
    const piece = 'x'.repeat(32_000);
    const withMarks = '<b c=">"/>'.repeat(3200);
    const before = process.cpuUsage();
    for (const start of endless) {
      for (const more of [piece, withMarks]) {
        const filter = new ManifestFilter(16_000_000);
        filter.push(start);
        for (let i = 0; i < 400; i += 1) if (!filter.push(more)) break;
        filter.end();
      }
    }
    // 128 MB in all; with every piece copied again it takes minutes.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20);
  });

  it('says when more would be kept than the limit', () => {
    const filter = new ManifestFilter(100);
    expect(filter.push('<b/>'.repeat(20))).toBe(true);
    expect(filter.push('<b/>'.repeat(20))).toBe(false);
    expect(new ManifestFilter(100).push('x'.repeat(200))).toBe(false);
  });
});
