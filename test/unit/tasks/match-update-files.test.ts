import { describe, expect, it } from 'vitest';
import type { BundlePlanItem } from '../../../src/tasks/engine.ts';
import { withoutCollisions } from '../../../src/tasks/colliding-files.ts';
import { matchUpdateFiles } from '../../../src/tasks/match-update-files.ts';

const item = (update: string, kb: string, files?: BundlePlanItem['files']): BundlePlanItem => ({
  update,
  kb,
  title: '',
  order: 1,
  products: [],
  machines: [],
  remarks: [],
  restart: 'no',
  url: '',
  supersedes: [],
  ...(files ? { files } : {}),
});
const named = (name: string, size: number | null) => ({ name, size, sha1: null, sha256: null, url: '' });
const namesOf = (matched: ReturnType<typeof matchUpdateFiles>, update: string) =>
  matched.byUpdate.get(update)?.map((file) => file.name);

describe('attached files and the updates they belong to', () => {
  it('go by the KB number in the name', () => {
    const file = new File(['x'], 'windows10.0-kb5034768-x64_0a1b.msu');
    const matched = matchUpdateFiles([file], [item('msrc:KB5034768', 'KB5034768')]);
    expect(namesOf(matched, 'msrc:KB5034768')).toEqual([file.name]);
    expect(matched.unmatched).toEqual([]);
  });

  it('go by name and size where the catalog names the file', () => {
    const package1 = item('sdp:1', '', [named('sp1.exe', 4)]);
    const files = [new File(['1234'], 'SP1.EXE'), new File(['other'], 'sp1.exe')];
    const matched = matchUpdateFiles(files, [package1]);
    expect(namesOf(matched, 'sdp:1')).toEqual(['SP1.EXE']);
    expect(matched.unmatched).toEqual([files[1]]);
  });

  it('go by name alone where the catalog gives no size', () => {
    const matched = matchUpdateFiles([new File(['?'], 'a.msi')], [item('sdp:2', '', [named('A.msi', null)])]);
    expect(namesOf(matched, 'sdp:2')).toEqual(['a.msi']);
  });
});

describe('files whose names differ in case only', () => {
  const items = [item('msrc:KB5034768', 'KB5034768'), item('msrc:KB5012170', 'KB5012170')];
  const file = (name: string, text = 'x') => new File([text], name);

  it('are told when the second is added, and only the first is taken', () => {
    const first = file('windows10.0-kb5034768-x64.msu');
    const second = file('Windows10.0-KB5034768-x64.msu', 'other');
    const { taken, refused } = withoutCollisions([first], [second], items);
    expect(taken).toEqual([first]);
    expect(refused).toMatchObject([
      { code: 'bundle-names-collide', file: second.name, details: { other: first.name } },
    ]);
  });

  it('are told too where both come at once', () => {
    const both = [file('a-kb5034768.msu'), file('A-KB5034768.MSU', 'other')];
    expect(withoutCollisions([], both, items)).toMatchObject({
      taken: [both[0]],
      refused: [{ file: both[1]?.name }],
    });
  });

  it('are no matter in folders of different updates', () => {
    const both = [file('kb5034768.msu'), file('kb5012170.msu')];
    expect(withoutCollisions([], both, items)).toEqual({ taken: both, refused: [] });
  });
});
