import { expect, it } from 'vitest';
import { element, escapeXml, writeXml } from '../../../../src/formats/xml-writer/index.ts';

it('writes elements on lines of their own and text without added blanks', () => {
  const xml = writeXml(element('a', { b: 1, none: null }, [element('c', {}, [' d & e ']), element('f')]));
  expect(xml).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a b="1">\n  <c> d &amp; e </c>\n  <f/>\n</a>\n');
});

it('escapes what would end a text or an attribute', () => {
  expect(escapeXml(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  expect(writeXml(element('a', { b: '"\n\t' }))).toContain('b="&quot;&#10;&#9;"');
});

it('replaces what XML 1.0 cannot hold, and keeps what it can', () => {
  expect(escapeXml('\u0000\u0008\uD800x\uFFFF')).toBe('\uFFFD\uFFFD\uFFFDx\uFFFD');
  expect(escapeXml('\t\n\u{1F680}\u0085')).toBe('\t\n\u{1F680}\u0085');
});
