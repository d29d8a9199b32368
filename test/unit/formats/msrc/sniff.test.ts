import { describe, expect, it } from 'vitest';
import { looksLikeWebPage, msrcFormat } from '../../../../src/formats/index.ts';
import { utf16 } from '../../../support/encode-text.ts';
import { msrcXml } from '../../../support/msrc-document.ts';

const xml = msrcXml({ id: '2026-Feb', products: [], vulnerabilities: [] });

function sniff(content: string | Uint8Array, name = 'notes.txt'): boolean {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return msrcFormat.sniff({ name, size: bytes.length, bytes, text: new TextDecoder().decode(bytes) });
}

describe('recognising a monthly document', () => {
  it('CAT25 goes by content, whatever the file is called', () => {
    expect(sniff(xml, 'renamed.txt')).toBe(true);
    expect(sniff(`<?xml version="1.0" encoding="utf-8"?>\n<!-- carried by hand -->\n${xml}`, 'x')).toBe(true);
    expect(sniff('not a catalog', 'cvrfDocument-2026-Feb.xml')).toBe(false);
  });

  it('reads through byte order marks and UTF-16', () => {
    expect(sniff(`\uFEFF${xml}`)).toBe(true);
    expect(sniff(utf16(xml, 'le', true))).toBe(true);
    expect(sniff(utf16(xml, 'be', false))).toBe(true);
  });

  it('leaves refusing a document type declaration to the reader', () => {
    expect(sniff(`<!DOCTYPE cvrfdoc [<!ENTITY a "b">]>${xml}`)).toBe(true);
  });

  it('is not fooled by other XML, web pages or an empty file', () => {
    expect(sniff('<cvrfdoc xmlns="urn:other"/>')).toBe(false);
    expect(sniff(`<list>${xml}</list>`)).toBe(false);
    expect(sniff('<!DOCTYPE html><html></html>')).toBe(false);
    expect(sniff('')).toBe(false);
  });

  it('CAT02 a web page is told from text', () => {
    expect(looksLikeWebPage('\uFEFF \n<!DOCTYPE HTML PUBLIC "x">')).toBe(true);
    expect(looksLikeWebPage('<?xml version="1.0"?><!-- a --><html xmlns="x">')).toBe(true);
    expect(looksLikeWebPage(xml)).toBe(false);
    expect(looksLikeWebPage('Host Name: PC1 <html>')).toBe(false);
  });
});
