import { readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { projectFiles, projectRoot } from '../../support/project-files.ts';

/** Samples carry the names of the machines they show; icons are no text. */
const read = projectFiles()
  .filter((path) => !/^test\/golden\/|\.(png|woff2|wasm|cab|zip)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));

/** Where the pattern is found, as `file: what`. */
const found = (pattern: RegExp) =>
  read.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([what]) => `${path}: ${what}`));

const literal = (text: string) => new RegExp(text.replace(/[^\w]/g, '\\$&'), 'g');

describe('nothing in the project tells on which machine it was written', () => {
  it('no folder of this machine', () => {
    expect(found(literal(projectRoot.replace(/[\\/]$/, '')))).toEqual([]);
    if (homedir().length > 3) expect(found(literal(`${homedir()}/`))).toEqual([]);
  });

  it('no work or home folder of any machine', () => {
    // Written in parts, or this file would find itself.
    expect(
      found(
        new RegExp(
          `${'/(?:work|'}${'root|tmp/wt)/[a-z.]|/home/(?!x/)[a-z]|[A-Z]:\\\\+Users\\\\+(?!Public)[a-z]+'}`,
          'g',
        ),
      ),
    ).toEqual([]);
  });

  it('no host name', () => {
    const name = hostname();
    if (/^(localhost|debian|ubuntu|.{0,5})$/i.test(name)) return;
    expect(found(literal(name))).toEqual([]);
  });

  it('the lock file binds to no registry but the public one', () => {
    const lock = read.find(({ path }) => path === 'package-lock.json');
    const places = [...(lock?.text ?? '').matchAll(/"resolved": "([^"]+)"/g)].map(([, place]) => place);
    expect(lock).toBeDefined();
    expect(places.filter((place) => !place?.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });
});
