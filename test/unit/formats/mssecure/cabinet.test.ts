import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../../../src/formats/mssecure/index.ts';
import { mssecureOf, mssecureRefusal, workedExample } from '../../../support/read-mssecure.ts';
import { writeCabinet } from '../../../support/write-cabinet.ts';

/** Long enough for several blocks of 32 KiB that look back into each other. */
const long = new TextEncoder().encode(
  workedExample.replace(
    '<Comments>',
    `<Comments>${Array.from({ length: 4000 }, (_, at) => `<Comment CommentID="x${String(at)}" Text="a comment"/>`).join('')}`,
  ),
);

function hasCabextract(): boolean {
  try {
    execFileSync('cabextract', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('mssecure.cab', () => {
  it('gives the same document as the XML in it, stored or compressed', async () => {
    const bare = await mssecureOf(long);
    expect(bare.comments).toHaveLength(4001);
    for (const compression of ['stored', 'mszip'] as const) {
      const cabinet = writeCabinet(long, { compression });
      const document = await mssecureOf(cabinet, 'mssecure.cab');
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
      for (const compression of ['stored', 'mszip'] as const) {
        const path = join(folder, `${compression}.cab`);
        writeFileSync(path, writeCabinet(long, { compression, signature: 64 }));
        const text = execFileSync('cabextract', ['-p', path], { stdio: ['ignore', 'pipe', 'ignore'] });
        expect(text.equals(long)).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('CAT03 a cabinet cut in half names both sizes', async () => {
    const cabinet = writeCabinet(long);
    const half = cabinet.slice(0, cabinet.length >> 1);
    expect(await mssecureRefusal(half)).toMatchObject({
      code: 'cut-off',
      details: { expectedBytes: cabinet.length, actualBytes: half.length },
    });
  });

  it('CAT23 a member with a path, several members, another compression', async () => {
    expect((await mssecureRefusal(writeCabinet(long, { name: '..\\mssecure.xml' }))).code).toBe(
      'name-refused',
    );
    for (const made of [{ members: 2 }, { compression: 'lzx' }] as const) {
      expect((await mssecureRefusal(writeCabinet(long, made))).code).toBe('archive-not-supported');
    }
  });

  it('any damaged byte is refused or leaves the document as it was, and never throws', async () => {
    const whole = writeCabinet(new TextEncoder().encode(workedExample));
    for (let at = 0; at < whole.length; at += 13) {
      const damaged = whole.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const result = await mssecureOf(damaged).catch((error: Error) => error.message);
      if (typeof result === 'string') expect(result).toMatch(/^rejected: /);
    }
  });
});
