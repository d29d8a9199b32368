import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BundlePlanItem } from '../../../src/tasks/engine.ts';
import { checkUpdateFiles } from '../../../src/tasks/check-update-file.ts';
import { writeBundleZip } from '../../../src/tasks/write-bundle.ts';
import { bundleInput } from '../../support/bundle-input.ts';

const signal = new AbortController().signal;
const job = { signal, report: () => undefined };
const cabinet = 'MSCF\0\0\0\0content';
const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

function itemsWith(files: NonNullable<BundlePlanItem['files']>): readonly BundlePlanItem[] {
  return bundleInput().plan.items.map((item) => ({ ...item, files }));
}

async function codesOf(files: readonly File[], items: readonly BundlePlanItem[] = []) {
  const checked = await checkUpdateFiles(files, items, job);
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value.map((wrong) => wrong?.code ?? 'good');
}

describe('update files are looked at when they are added', () => {
  it('CAT02 an empty file and a web page are not attached', async () => {
    const page = '<!DOCTYPE html><html><body>Sign in</body></html>';
    const files = [
      new File([cabinet], 'windows10.0-kb9000001-x64.msu'),
      new File([], 'windows10.0-kb9000002-x64.msu'),
      new File([page], 'windows10.0-kb9000003-x64.msu'),
      new File([page], 'windows10.0-kb9000003-x64.cab'),
      new File(['anything'], 'kb9000005.txt'),
      new File([cabinet], 'aux.cab'),
    ];
    expect(await codesOf(files)).toEqual([
      'good',
      'file-empty',
      'web-page-instead',
      'web-page-instead',
      'good',
      'bundle-name-refused',
    ]);
  });

  it('a file that the catalog names has its size and hash; SHA-256 counts before SHA-1', async () => {
    const named = { name: 'SP1.cab', size: cabinet.length, url: '' };
    const [sha1, sha256] = [digest('sha1', cabinet), digest('sha256', cabinet)];
    const good = new File([cabinet], 'sp1.cab');
    const exchanged = new File([cabinet.replace('content', 'CONTENT')], 'sp1.cab');
    const cut = new File([cabinet.slice(0, -1)], 'sp1.cab');
    for (const hashes of [
      { sha1, sha256 },
      { sha1, sha256: null },
      { sha1: '0'.repeat(40), sha256 },
    ]) {
      expect(await codesOf([good, exchanged, cut], itemsWith([{ ...named, ...hashes }]))).toEqual([
        'good',
        'update-file-wrong-hash',
        'update-file-wrong-size',
      ]);
    }
    expect(await codesOf([exchanged], itemsWith([{ ...named, sha1: null, sha256: null }]))).toEqual(['good']);
  });

  it('of two files of one name it may be either', async () => {
    const two = ['content', 'CONTENT'].map((end) => ({
      name: 'a.cab',
      size: cabinet.length,
      sha1: null,
      sha256: digest('sha256', cabinet.replace('content', end)),
      url: '',
    }));
    expect(
      await codesOf([new File([cabinet.replace('content', 'CONTENT')], 'a.cab')], itemsWith(two)),
    ).toEqual(['good']);
  });

  it('the writer looks again: a file exchanged since is not carried', async () => {
    const input = bundleInput();
    const file = new File([cabinet.replace('content', 'CONTENT')], 'windows10.0-kb9000001-x64.cab');
    const files = [
      { name: file.name, size: cabinet.length, sha1: null, sha256: digest('sha256', cabinet), url: '' },
    ];
    const plan = { ...input.plan, items: itemsWith(files) };
    expect(
      await writeBundleZip({ ...input, plan, request: { ...input.request, files: [file] } }),
    ).toMatchObject({
      ok: false,
      error: { code: 'update-file-wrong-hash', file: file.name },
    });
  });
});
