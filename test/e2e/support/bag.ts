import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';

import { projectRoot } from '../../support/project-files.ts';
import { command } from './command.ts';

const schema = join(projectRoot, 'src/formats/bundle/manifest.xsd');

/** Unpacks a written bundle into a folder; the folder of the bag. */
export function unpackBag(zip: string, into: string): string {
  const files = Object.entries(unzipSync(readFileSync(zip))).filter(([path]) => !path.endsWith('/'));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), bytes);
  }
  return join(into, (files[0]?.[0] ?? '').split('/')[0] ?? '');
}

/** What sha256sum and xmllint have against a bag; empty if nothing. */
export async function bagFaults(bag: string): Promise<string[]> {
  const sums = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'].flatMap((list) => {
    const { code, output } = command('sha256sum', ['--strict', '--quiet', '-c', list], { cwd: bag });
    return code === 0 ? [] : [`${list}: ${output}`];
  });
  const { errors } = await validateXML({
    xml: { fileName: 'manifest.xml', contents: readFileSync(join(bag, 'data/manifest.xml'), 'utf8') },
    schema: { fileName: 'manifest.xsd', contents: readFileSync(schema, 'utf8') },
  });
  return [...sums, ...errors.map(({ message }) => message)];
}
