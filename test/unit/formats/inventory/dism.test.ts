import { describe, expect, it } from 'vitest';
import { factOf, mergeRecordedFacts, valueOf } from '../../../../src/domain/index.ts';
import type { InventoryReading } from '../../../../src/domain/index.ts';
import { readingOf } from '../../../support/read-inventory.ts';

const token = '31bf3856ad364e35~amd64~~';
const block = (name: string, state: string) =>
  `Package Identity : ${name}\r\nState : ${state}\r\nRelease Type : Update\r\nInstall Time : \r\n\r\n`;
const banner = (image: string) =>
  `\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.19041.844\r\n\r\nImage Version: ${image}\r\n\r\nPackages listing:\r\n\r\n`;
const end = 'The operation completed successfully.\r\n';

function packageState(reading: InventoryReading, identity: string) {
  const { table } = mergeRecordedFacts([reading]);
  const { state, value, reason } = factOf(table ?? undefined, { kind: 'cbs_package', identity });
  return state === 'known' ? value : (reason ?? state);
}

describe('dism /get-packages', () => {
  const names = ['a', 'b', 'c', 'd'].map((name) => `Package_for_${name}~${token}10.0.1.0`);
  const [a = '', b = '', c = '', d = ''] = names;

  it('states by their words; what is not listed is absent, an unknown word leaves the state open', async () => {
    const text =
      banner('10.0.19045.3086') + block(a, 'Installed') + block(b, 'Staged') + block(c, 'Anderes') + end;
    const reading = await readingOf(text, 'x_dism.txt');
    expect(reading.facts).toMatchObject({ grade: 'B', complete: ['cbs'] });
    expect(names.map((name) => packageState(reading, name))).toEqual([
      112,
      64,
      'state-not-understood',
      'absent',
    ]);
    expect(reading.facts?.facts.find(({ subject }) => subject.kind === 'cbs_package')?.line).toBe(9);
  });

  it('a list that ends early makes nothing absent', async () => {
    const text = banner('10.0.19045.3086') + block(a, 'Installed') + `Package Identity : ${b}\r\nState :`;
    const reading = await readingOf(text, 'x_dism.txt');
    expect(reading.facts?.complete).toEqual([]);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['file-cut']);
    expect([a, b, d].map((name) => packageState(reading, name))).toEqual([
      112,
      'state-not-understood',
      'not-collected',
    ]);
  });

  it('the highest installed cumulative update of the image gives the revision; the image itself none', async () => {
    const rollup = (version: string, state: string) =>
      block(`Package_for_RollupFix~${token}${version}`, state);
    const text =
      banner('10.0.22631.1') +
      rollup('22621.2428.1.8', 'Superseded') +
      rollup('22621.2506.1.8', 'Installed') +
      rollup('22621.2715.1.8', 'Install Pending') +
      rollup('19041.3570.1.1', 'Installed') +
      end;
    const { os } = await readingOf(text, 'x_dism.txt');
    expect(os && [valueOf(os.version), valueOf(os.ubr)]).toEqual(['10.0.22631', 2506]);
    expect(os?.ubr).toMatchObject({ evidence: { line: 14 } });
    const plain = await readingOf(banner('10.0.22631.1') + block(a, 'Installed') + end, 'x_dism.txt');
    expect(plain.os && valueOf(plain.os.ubr)).toBeNull();
  });
});
