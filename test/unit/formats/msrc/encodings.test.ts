import { describe, expect, it } from 'vitest';
import { latin1, utf16 } from '../../../support/encode-text.ts';
import { msrcXml } from '../../../support/msrc-document.ts';
import { readContent, refusal } from '../../../support/read-msrc.ts';

const xml = msrcXml({
  id: '2026-Feb',
  title: 'Größe: février',
  products: [{ id: '100', name: 'Produit «é» für alle', family: 'Windows' }],
  vulnerabilities: [
    { cve: 'CVE-2026-1', fixes: [{ kb: 5002002, products: ['100'], fixedBuild: '10.0.17763.9' }] },
  ],
});
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n${xml}`;

describe('encodings of a monthly document', () => {
  it('CAT15 UTF-16, a byte order mark and windows-1252 give the same document as UTF-8', async () => {
    const { sha256, bytes, ...expected } = await readContent(xml);
    expect(expected.title).toBe('Größe: février');
    expect(sha256).toHaveLength(64);
    expect(bytes).toBeGreaterThan(xml.length);
    const variants: [string, BlobPart][] = [
      ['UTF-8 with declaration', declared('utf-8')],
      ['UTF-8 with mark', `\uFEFF${declared('utf-8')}`],
      ['UTF-16LE with mark', utf16(declared('utf-16'), 'le', true)],
      ['UTF-16BE with mark', utf16(declared('UTF-16'), 'be', true)],
      ['UTF-16LE without mark', utf16(xml, 'le', false)],
      ['UTF-16BE without mark', utf16(xml, 'be', false)],
      ['windows-1252', latin1(declared('windows-1252'))],
      ['ISO-8859-1', latin1(declared('ISO-8859-1'))],
      ['UTF-8 that says UTF-16', declared('utf-16')],
    ];
    for (const [name, content] of variants) {
      const document = await readContent(content);
      expect([name, { ...document, sha256, bytes }]).toEqual([name, { ...expected, sha256, bytes }]);
    }
  });

  it('an encoding that is not read is refused by its name', async () => {
    expect(await refusal(declared('ebcdic-cp-us'))).toMatchObject({
      code: 'encoding-not-understood',
      details: { encoding: 'ebcdic-cp-us' },
    });
    expect(await refusal(declared('utf-7'))).toMatchObject({ details: { encoding: 'utf-7' } });
    const utf32 = new Uint8Array([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]);
    expect(await refusal(utf32)).toMatchObject({ details: { encoding: 'UTF-32' } });
  });

  it('bytes that the encoding does not allow are refused, not replaced', async () => {
    expect(await refusal(latin1(xml))).toMatchObject({
      code: 'encoding-not-understood',
      details: { encoding: 'utf-8' },
    });
  });

  it('a file that ends inside a character is cut off', async () => {
    expect((await refusal(utf16(xml, 'le', true).slice(0, -1))).code).toBe('cut-off');
    expect((await refusal(new Uint8Array([...new TextEncoder().encode(xml), 0xc3]))).code).toBe('cut-off');
  });
});
