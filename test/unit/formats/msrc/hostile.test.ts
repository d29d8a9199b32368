import { describe, expect, it } from 'vitest';
import { msrcFormat } from '../../../../src/formats/index.ts';
import type { DescribedDocument } from '../../../support/msrc-document.ts';
import { msrcXml } from '../../../support/msrc-document.ts';
import { refusal } from '../../../support/read-msrc.ts';

const described: DescribedDocument = {
  id: '2026-Feb',
  products: [{ id: '100', name: 'Windows Server 2019', family: 'Windows' }],
  vulnerabilities: [{ cve: 'CVE-2026-1', fixes: [{ kb: 5002002, products: ['100'] }] }],
};
const xml = msrcXml(described);
const rootEnd = '</cvrf:cvrfdoc>';
/** The document with something put in front of its last mark. */
const inside = (content: string) => xml.replace(rootEnd, `${content}${rootEnd}`);

describe('bad catalog files', () => {
  it('CAT01 an empty file', async () => {
    expect(await refusal('')).toEqual({ code: 'file-empty', file: 'catalog.xml', place: '', details: {} });
  });

  it('CAT02 a web page saved as the catalog', async () => {
    for (const page of [
      '<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>',
      '<html lang=en><body>Error 403<br></body></html>',
      '\n<!-- proxy -->\n<HTML></HTML>',
    ]) {
      expect(await refusal(page, 'cvrfDocument-2026-Feb.xml')).toMatchObject({
        code: 'web-page-instead',
        file: 'cvrfDocument-2026-Feb.xml',
      });
    }
  });

  it('a cut file names the closing mark that was expected and the line', async () => {
    const cut = xml.slice(0, xml.indexOf('</vuln:CVE>'));
    const line = cut.split('\n').length;
    expect(await refusal(cut)).toEqual({
      code: 'cut-off',
      file: 'catalog.xml',
      place: `line ${line}, cvrfdoc/Vulnerability/CVE`,
      details: { expected: '</CVE>' },
    });
  });

  it('a file cut anywhere is never read as a document', async () => {
    const bytes = new TextEncoder().encode(xml.trimEnd());
    for (let length = 1; length < bytes.length; length += 11) {
      const { code } = await refusal(bytes.slice(0, length));
      expect(['cut-off', 'root-not-expected', 'not-well-formed']).toContain(code);
    }
  });

  it('mis-nested marks, two roots and doubled attributes', async () => {
    expect(await refusal(xml.replace('</vuln:CVE>', '</vuln:Title>'))).toMatchObject({
      code: 'not-well-formed',
      details: { expected: '</vuln:CVE>' },
    });
    expect((await refusal(`${xml}<second/>`)).code).toBe('not-well-formed');
    expect((await refusal(inside('<a b="1" b="2"/>'))).code).toBe('not-well-formed');
    expect((await refusal(inside('<unbound:a/>'))).code).toBe('not-well-formed');
    expect((await refusal(inside('&constructor;&__proto__;'))).code).toBe('not-well-formed');
  });

  it('CAT17 billion laughs, quadratic blow-up and external entity are refused at once, memory flat', async () => {
    const laughs = Array.from(
      { length: 10 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    const bombs = [
      `<!DOCTYPE cvrfdoc [<!ENTITY l0 "lol">${laughs}]>`,
      `<!DOCTYPE cvrfdoc [<!ENTITY a "${'a'.repeat(500_000)}">]>`,
      '<!DOCTYPE cvrfdoc [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE cvrfdoc SYSTEM "http://example.invalid/cvrf.dtd">',
    ];
    for (const bomb of bombs) {
      const file = `${bomb}\n${inside('&l10;&x;' + '&a;'.repeat(50_000))}`;
      const before = process.memoryUsage().heapUsed;
      expect(await refusal(file)).toMatchObject({ code: 'doctype-refused', place: 'line 1' });
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
    }
  });

  it('CAT17 a document type declaration without end is stopped at the text limit', async () => {
    const endless = `<!DOCTYPE cvrfdoc [<!ENTITY a "${'a'.repeat(3_000_000)}`;
    expect(await refusal(endless)).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'text-length' },
    });
  });

  it('CAT18 ten thousand marks inside each other; 64 levels are let through', async () => {
    const deep = (levels: number) => inside('<d>'.repeat(levels) + '</d>'.repeat(levels));
    expect(await refusal(deep(10_000))).toMatchObject({ code: 'too-deep', details: { maximum: 64 } });
    expect((await refusal(deep(64))).code).toBe('too-deep');
    expect((await msrcFormat.read(new File([deep(63)], 'a'), {})).ok).toBe(true);
  });

  it('CAT19 names that mean something to JavaScript', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(await refusal(inside(`<${name}>1</${name}>`))).toMatchObject({
        code: 'name-refused',
        details: { name },
      });
      expect((await refusal(inside(`<a ${name}="polluted"/>`))).code).toBe('name-refused');
      expect((await refusal(inside(`<a xmlns:${name}="urn:x"/>`))).code).toBe('name-refused');
      const asId = xml.replace('ProductID="100"', `ProductID="${name}"`);
      expect(await refusal(asId)).toMatchObject({ code: 'name-refused', details: { name } });
      const asReference = xml.replaceAll('>100</vuln:ProductID>', `>${name}</vuln:ProductID>`);
      expect(await refusal(asReference)).toMatchObject({ code: 'name-refused', details: { name } });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['Critical']).toBeUndefined();
  });

  it('control characters, also as references', async () => {
    for (const content of ['\u0000', '\u0001', '\uFFFF']) {
      expect((await refusal(inside(`<a>${content}</a>`))).code).toBe('control-character');
    }
    expect((await refusal(inside('<a>&#1;</a>'))).code).toBe('not-well-formed');
    expect((await refusal(`<?xml version="1.1"?>${inside('<a>&#1;</a>')}`)).code).toBe('not-well-formed');
    expect((await refusal(new Uint8Array(3000))).code).toBe('control-character');
  });

  it('the limits are named', async () => {
    const many = Array.from({ length: 65 }, (_, at) => ` a${at}=""`).join('');
    expect(await refusal(inside(`<a${many}/>`))).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'attributes', maximum: 64 },
    });
    expect(await refusal(inside(`<a>${'x'.repeat(1024 * 1024 + 1)}</a>`))).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'text-length', maximum: 1024 * 1024 },
    });
    const large = Object.defineProperty(new File([xml], 'large.xml'), 'size', { value: 65 * 1024 * 1024 });
    const result = await msrcFormat.read(large, {});
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'file-too-large', details: { maximum: 67_108_864 } },
    });
  });

  it('another root, another namespace, and a CVRF document of somebody else', async () => {
    expect(await refusal('<catalog/>')).toMatchObject({
      code: 'root-not-expected',
      details: { found: 'catalog' },
    });
    const old = xml.replace('cvrf/1.1"', 'cvrf/1.0"');
    expect(await refusal(old)).toMatchObject({ code: 'root-not-expected', details: { found: 'cvrfdoc' } });
    expect(await refusal('  \n')).toMatchObject({ code: 'root-not-expected' });
    const foreign = xml.replace('<cvrf:ID>2026-Feb<', '<cvrf:ID>vendor-sa-20260210<');
    expect(await refusal(foreign)).toMatchObject({
      code: 'not-recognised',
      details: { found: 'vendor-sa-20260210' },
    });
  });

  it('a document without its key or its date', async () => {
    const without = (element: string) =>
      xml.replace(new RegExp(`<cvrf:${element}>[^<]*</cvrf:${element}>`), '');
    expect(await refusal(without('ID'))).toEqual({
      code: 'element-missing',
      file: 'catalog.xml',
      place: 'cvrfdoc/DocumentTracking/Identification/ID',
      details: { element: 'ID' },
    });
    expect(await refusal(without('CurrentReleaseDate'))).toMatchObject({
      code: 'element-missing',
      details: { element: 'CurrentReleaseDate' },
    });
  });

  it('reading stops between two pieces when it is cancelled', async () => {
    const stop = new AbortController();
    const long = inside(`<a>${'<b>text</b>'.repeat(100_000)}</a>`);
    const result = await msrcFormat.read(new File([long], 'long.xml'), {
      signal: stop.signal,
      onBytes: () => stop.abort(),
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled', file: 'long.xml' } });
  });
});
