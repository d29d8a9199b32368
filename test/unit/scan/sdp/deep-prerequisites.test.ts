import { describe, expect, it } from 'vitest';
import { compileSdp, decideUpdate } from '../../../../src/scan/index.ts';
import { machine } from '../../../support/machines.ts';
import { catalogXml, readDocument, trueRule } from '../../../support/sdp-package.ts';
import type { DescribedPackage } from '../../../support/sdp-package.ts';

/** Outcome of every package by its number, on a machine without facts. */
async function outcomes(...packages: readonly DescribedPackage[]) {
  const { rules } = await compileSdp([await readDocument(catalogXml(packages), 'catalog.xml')]);
  const pc = machine({ id: 'pc' });
  return new Map(
    rules.map((update) => [Number(update.update.slice(-6)), decideUpdate(update, pc).outcome] as const),
  );
}
const installed: DescribedPackage['items'] = [{ isInstalled: trueRule }];
const both = (a: string, b: string) =>
  `<lar:And>${[a, b].map((value) => `<bar:RegValueExists Key="HKEY_LOCAL_MACHINE" Subkey="SOFTWARE\\Acme" Value="${value}"/>`).join('')}</lar:And>`;

describe('prerequisites of prerequisites', () => {
  it('prerequisites that multiply as a tree are asked once each', async () => {
    const levels = Array.from({ length: 40 }, (_, i) => i + 1);
    const packages = levels.map((id) => ({
      id,
      items: [{ isInstalled: both(`A${String(id)}`, 'All') }],
      prerequisites: id === 40 ? [] : [[id + 1, id + 1], [id + 1]],
    }));
    const began = performance.now();
    const states = await outcomes(...packages);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(states.get(1)?.possible).toEqual(['Installed', 'NotRequired']);
    expect(states.get(1)?.blockers).toHaveLength(41);
  });

  it('prerequisites more than 200 deep are Unknown and say so, like the agent (wsusscn2, section 6)', async () => {
    const packages = Array.from({ length: 203 }, (_, i) => ({
      id: i + 1,
      items: installed,
      prerequisites: i === 202 ? [] : [[i + 2]],
    }));
    const states = await outcomes(...packages);
    expect(states.get(4)?.state).toBe('Installed');
    expect(states.get(3)).toMatchObject({ state: 'Unknown', reason: 'element-not-understood' });
    expect(states.get(1)?.blockers[0]?.subject).toContain('more than 200 deep');
  });
});
