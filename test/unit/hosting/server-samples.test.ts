import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';

import { securityHeaders } from '../../../src/hosting/headers.js';
import { apache, caddy, headersFile, iis, nginx } from '../../../src/hosting/server-samples.js';

const committed = (name: string) => readFileSync(join(import.meta.dirname, '../../../public', name), 'utf8');

describe('the settings that lie beside the application', () => {
  it.each([
    ['web.config', iis],
    ['.htaccess', apache],
    ['_headers', headersFile],
  ])('%s says what the headers module says', (name, sample) => {
    expect(committed(name)).toBe(sample());
  });
});

it('the IIS sample is well-formed and sets each header once, with its exact value', () => {
  expect(XMLValidator.validate(iis())).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const { customHeaders } = parser.parse(iis()).configuration['system.webServer'].httpProtocol;
  const set = customHeaders.add.map((entry: { name: string; value: string }) => [entry.name, entry.value]);
  expect(Object.fromEntries(set)).toEqual(securityHeaders());
});

it.each([
  ['nginx', nginx, 'add_header NAME "VALUE" always;'],
  ['Apache', apache, 'Header always set NAME "VALUE"'],
  ['Caddy', caddy, 'NAME "VALUE"'],
])('the %s sample sets every header', (_, sample, form) => {
  for (const [name, value] of Object.entries(securityHeaders()))
    expect(sample()).toContain(form.replace('NAME', name).replace('VALUE', value));
});
