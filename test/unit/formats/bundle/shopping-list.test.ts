import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../../src/formats/index.ts';
import { readCsv } from '../../../../src/formats/csv/index.ts';
import {
  writeShoppingCsv,
  writeShoppingHtml,
  type ShoppingList,
} from '../../../../src/formats/bundle/index.ts';

const kernels = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  'javascript:alert(1)',
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '&lt;script&gt;',
  '<a href="https://example.org/">x</a>',
  '<meta http-equiv=refresh content=0>',
  '<!--',
  ']]>',
  '<style>@import "//example.org"</style>',
  '<base href=//example.org>',
  '<form action=//example.org><button>',
];
/** Ways out of the place where a text stands: element, attribute, comment, style. */
const wayOut = ['', '"', "'", '-->', '</bdi>', '</td></tr></table>', '</style>'];
const payloads = kernels.flatMap((kernel) => wayOut.map((out) => out + kernel));

const list = (text: string): ShoppingList => ({
  bundleId: text,
  name: text,
  created: text,
  site: text,
  marking: text,
  practice: true,
  catalogs: [text],
  items: [
    {
      order: 1,
      kb: text,
      title: text,
      products: [text],
      source: text,
      machines: 2,
      remarks: [],
      attached: [],
    },
    {
      order: 2,
      kb: text,
      title: text,
      products: [text],
      source: text,
      machines: 2,
      remarks: [],
      attached: [text],
    },
  ],
});

/** Names of all tags in the file; the writer's own are a closed list. */
const tags = (html: string): string[] => [
  ...new Set([...html.matchAll(/<\/?\s*([a-z!][a-z0-9]*)/gi)].map((match) => (match[1] ?? '').toLowerCase())),
];
const own =
  '!doctype html head meta title style body p bdi h1 h2 dl dt dd code ol ul li table thead tbody tr th td br'.split(
    ' ',
  );

describe('writeShoppingHtml', () => {
  it('XSS01 the corpus has at least a hundred payloads', () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(100);
  });

  it.each(payloads)('XSS01 %s in every text field stays text', async (payload) => {
    const html = await writeShoppingHtml(list(payload));
    expect(tags(html).filter((tag) => !own.includes(tag))).toEqual([]);
    // Nothing of the payload got into a tag: no attribute but the writer's own.
    const attributes = [...html.matchAll(/<[a-z][^>]*?\s([a-z-]+)=/gi)].map((match) => match[1]);
    expect(
      attributes.filter((name) => !['lang', 'charset', 'http-equiv', 'name', 'class'].includes(name ?? '')),
    ).toEqual([]);
  });

  it('XSS02 carries its own policy, and nothing that requests anything', async () => {
    const html = await writeShoppingHtml(list('plain'));
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = Buffer.from(await sha256Hex(new TextEncoder().encode(style)), 'hex').toString('base64');
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    );
    expect(style).not.toMatch(/url\(|@import/);
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object|embed|a)\b|\son\w+=|\s(?:src|href|style)=/i);
  });

  it('XSS03 a javascript: address is shown as text, never as a link', async () => {
    const html = await writeShoppingHtml(list('javascript:alert(1)'));
    expect(html).toContain('<bdi>javascript:alert(1)</bdi>');
    expect(html).not.toContain('href');
  });

  it('XSS05 marks of writing direction are shown, not obeyed', async () => {
    expect(await writeShoppingHtml(list('exe.\u202Eusm'))).toContain('<bdi>exe.[U+202E]usm</bdi>');
  });
});

describe('writeShoppingCsv', () => {
  it('CSV02 comes back as it went, formulas without effect', () => {
    const csv = writeShoppingCsv(list('=cmd|"/c calc"!A1;\r\nx'));
    expect(csv).not.toMatch(/(?:^|,)"?=/m);
    const table = readCsv(csv, 'shopping-list.csv');
    expect(table.ok && table.value.rows[1]?.cells[2]).toBe('=cmd|"/c calc"!A1;\r\nx');
  });
});

const esu: ShoppingList = {
  ...list('x'),
  items: [
    {
      order: 1,
      kb: 'KB9000001',
      title: 't',
      products: ['p'],
      source: 's',
      machines: 3,
      remarks: [
        { mark: 'needs-esu-licence', machines: 2 },
        { mark: 'ltsc-edition-only', machines: 1 },
      ],
      attached: [],
    },
  ],
};

it('an update that needs a licence or an edition says so where it is fetched', async () => {
  const texts = [
    '2 of 3 machines: installs only with an Extended Security Updates (ESU) licence',
    '1 of 3 machines: installs only on an LTSC edition',
  ];
  const html = await writeShoppingHtml(esu);
  const csv = writeShoppingCsv(esu);
  for (const text of texts) {
    expect(html).toContain(text);
    expect(csv).toContain(text);
  }
});
