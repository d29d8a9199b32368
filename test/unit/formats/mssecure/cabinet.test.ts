import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lzxPort } from '../../../../src/formats/cab/index.ts';
import { sniff } from '../../../../src/formats/mssecure/index.ts';
import { mssecureOf, mssecureRefusal, workedExample } from '../../../support/read-mssecure.ts';
import { mszip, stored } from '../../../support/cabinet-blocks.ts';
import type { Packing } from '../../../support/cabinet-blocks.ts';
import { cabinetOf } from '../../../support/cabinet-writer.ts';
import { lzxModule } from '../../../support/kernel-module.ts';
import { lzxPacking } from '../../../support/lzx/encode.ts';

/** Long enough for several blocks of 32 KiB that look back into each other. */
const long = new TextEncoder().encode(
  workedExample.replace(
    '<Comments>',
    `<Comments>${Array.from({ length: 4000 }, (_, at) => `<Comment CommentID="x${String(at)}" Text="a comment"/>`).join('')}`,
  ),
);

const signature = new Uint8Array(64);
const lzx = lzxPort(() => lzxModule());

function cabinetWith(packing: Packing = mszip, name = 'mssecure.xml', content = long) {
  return cabinetOf([{ packing, members: { [name]: content } }]);
}

function hasCabextract(): boolean {
  try {
    execFileSync('cabextract', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('mssecure.cab', () => {
  it('gives the same document as the XML in it, stored, MSZIP or LZX', async () => {
    const bare = await mssecureOf(long);
    expect(bare.comments).toHaveLength(4001);
    for (const packing of [stored, mszip, lzxPacking(long)]) {
      const cabinet = cabinetWith(packing);
      const document = await mssecureOf(cabinet, 'mssecure.cab', { lzx });
      expect(document).toMatchObject({
        container: 'cabinet',
        signature: { presence: 'unsigned', override: { doubt: 'unsigned', reason: 'a test' } },
        bytes: cabinet.length,
        xmlSha256: bare.sha256,
      });
      expect(document.sha256).not.toBe(bare.sha256);
      expect(document.bulletins).toEqual(bare.bulletins);
      expect(document.comments).toEqual(bare.comments);
      expect(sniff({ name: 'x', size: cabinet.length, bytes: cabinet.subarray(0, 65_536), text: '' })).toBe(
        true,
      );
    }
  });

  it.skipIf(!hasCabextract())('the cabinets of this test are ones that cabextract reads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cabinet-'));
    try {
      for (const [method, packing] of Object.entries({ stored, mszip, lzx: lzxPacking(long) })) {
        const path = join(folder, `${method}.cab`);
        writeFileSync(path, cabinetOf([{ packing, members: { 'mssecure.xml': long } }], { signature }));
        const text = execFileSync('cabextract', ['-p', path], { stdio: ['ignore', 'pipe', 'ignore'] });
        expect(text.equals(long)).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('CAT03 a cabinet cut in half names both sizes', async () => {
    const cabinet = cabinetWith();
    const half = cabinet.slice(0, cabinet.length >> 1);
    expect(await mssecureRefusal(half)).toMatchObject({
      code: 'cut-off',
      details: { expectedBytes: cabinet.length, actualBytes: half.length },
    });
  });

  it('CAT23 a member with a path, several members, another compression', async () => {
    for (const name of ['..\\mssecure.xml', 'x\\mssecure.xml']) {
      expect((await mssecureRefusal(cabinetWith(mszip, name))).code).toBe('name-refused');
    }
    const two = cabinetOf([{ packing: stored, members: { 'mssecure.xml': long, 'other.xml': long } }]);
    // Without the decoder, as where WebAssembly is refused.
    for (const cabinet of [two, cabinetWith(lzxPacking(long))]) {
      expect((await mssecureRefusal(cabinet)).code).toBe('archive-not-supported');
    }
  });

  it('any damaged byte is refused or leaves the document as it was, and never throws', async () => {
    const whole = cabinetWith(mszip, 'mssecure.xml', new TextEncoder().encode(workedExample));
    for (let at = 0; at < whole.length; at += 13) {
      const damaged = whole.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const result = await mssecureOf(damaged).catch((error: Error) => error.message);
      if (typeof result === 'string') expect(result).toMatch(/^rejected: /);
    }
  });
});
