import { describe, expect, it } from 'vitest';
import { sniff } from '../../../../src/formats/mssecure/index.ts';
import { mssecureRefusal, workedExample } from '../../../support/read-mssecure.ts';

const inside = (content: string) =>
  workedExample.replace('</BulletinDatastore>', `${content}</BulletinDatastore>`);
const encode = (text: string) => new TextEncoder().encode(text);
const sniffed = (text: string, name = 'mssecure.xml') =>
  sniff({ name, size: text.length, bytes: encode(text), text });

describe('bad MSSecure files', () => {
  it('CAT01 CAT02 an empty file, a web page, another document', async () => {
    expect((await mssecureRefusal('')).code).toBe('file-empty');
    expect((await mssecureRefusal('<!DOCTYPE html>\n<html></html>')).code).toBe('web-page-instead');
    expect(await mssecureRefusal('<Bulletins/>')).toMatchObject({
      code: 'root-not-expected',
      place: 'line 1, Bulletins',
    });
  });

  it('a file cut anywhere is never read as a document', async () => {
    const whole = workedExample.trimEnd();
    for (let length = 1; length < whole.length; length += 97) {
      const { code } = await mssecureRefusal(whole.slice(0, length));
      expect(['cut-off', 'root-not-expected', 'not-well-formed']).toContain(code);
    }
  });

  it('CAT17 entities are refused', async () => {
    const bomb = '<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const text = workedExample.replace('<BulletinDatastore', `${bomb}<BulletinDatastore`);
    expect((await mssecureRefusal(text)).code).toBe('doctype-refused');
  });

  it('CAT18 deep nesting, CAT19 names that mean something to JavaScript', async () => {
    const deep = inside('<a>'.repeat(10_000) + '</a>'.repeat(10_000));
    expect((await mssecureRefusal(deep)).code).toBe('too-deep');
    for (const name of ['constructor', '__proto__']) {
      expect((await mssecureRefusal(inside(`<${name}/>`))).code).toBe('name-refused');
      expect((await mssecureRefusal(workedExample.replace('EX01-002', name))).code).toBe('name-refused');
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('a file without its edition', async () => {
    for (const version of ['', 'new']) {
      const text = workedExample.replace('DataVersion="9.0.0.1"', `DataVersion="${version}"`);
      expect(await mssecureRefusal(text)).toMatchObject({
        code: 'element-missing',
        details: { element: 'DataVersion' },
      });
    }
  });

  it('CAT25 is told by its content, not by its name', () => {
    expect(sniffed(workedExample, 'notes.txt')).toBe(true);
    expect(sniffed(`\n<!-- <a> -->${workedExample.slice(workedExample.indexOf('<Bull'))}`)).toBe(true);
    expect(sniffed('<cvrfdoc><BulletinDatastore/></cvrfdoc>')).toBe(false);
  });
});
