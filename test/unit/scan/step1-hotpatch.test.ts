import { describe, expect, it } from 'vitest';
import { machine } from '../../support/machines.ts';
import type { MadeMachine } from '../../support/machines.ts';
import { inShort, rowsOf } from '../../support/scan-rows.ts';

const server = 'Windows Server 2025';
/** Builds as in the documents of 2025-Dec (section 2, traps): October is a baseline, then two months. */
const baseline = 5066835;
const november = { hotpatch: 5068966, cumulative: 5068861 };
const december = { hotpatch: 5072014, cumulative: 5072033, fix: 5074204 };
const doc = {
  id: '2025-Dec',
  fixes: [
    { kb: baseline, products: [server], build: '10.0.26100.6899' },
    { kb: november.cumulative, products: [server], build: '10.0.26100.7171' },
    { kb: december.cumulative, products: [server], build: '10.0.26100.7462' },
    {
      kb: november.hotpatch,
      products: [server],
      build: '10.0.26100.7092',
      subType: 'Security Hotpatch Update',
    },
    {
      kb: december.hotpatch,
      products: [server],
      build: '10.0.26100.7392',
      subType: 'SecurityHotpatchUpdate',
    },
    { kb: december.fix, products: [server], build: '10.0.26100.7392', subType: 'Security Only' },
  ],
};
const pc = (made: MadeMachine) =>
  machine({ version: '10.0.26100', role: 'server', architecture: 'x64', ...made });

describe('msrc-cvrf section 4, step 1: hotpatch', () => {
  it('takes nobody for enrolled without proof: hotpatches are Not Required, the build decides the rest', async () => {
    const rows = await rowsOf([doc], pc({ ubr: 6899 }));
    for (const kb of [november.hotpatch, december.hotpatch, december.fix]) {
      expect(inShort(rows.get(kb))).toBe('NotRequired not-enrolled-in-hotpatch listed');
    }
    expect(inShort(rows.get(baseline))).toBe('Installed build-reached measured');
    expect(inShort(rows.get(december.cumulative))).toBe('Required build-below measured');
  });

  it('sees the track by a UBR that equals a hotpatch build', async () => {
    const rows = await rowsOf([doc], pc({ ubr: 7092 }));
    expect(inShort(rows.get(november.hotpatch))).toBe('Installed build-reached measured');
    expect(inShort(rows.get(december.hotpatch))).toBe('Required build-below measured');
    expect(inShort(rows.get(november.cumulative))).toBe('NotRequired hotpatch-track measured');
    expect(inShort(rows.get(december.cumulative))).toBe('NotRequired hotpatch-track measured');
  });

  it('keeps the baseline of another month in the same document under the build', async () => {
    const rows = await rowsOf([doc], pc({ ubr: 7092 }));
    expect(inShort(rows.get(baseline))).toBe('Installed build-reached measured');
  });

  it('sees the track by a hotpatch KB in the list, the fix labelled otherwise included', async () => {
    const rows = await rowsOf([doc], pc({ kbs: [december.fix] }));
    expect(inShort(rows.get(december.cumulative))).toBe(
      `NotRequired hotpatch-track listed KB${String(december.fix)}`,
    );
    expect(inShort(rows.get(december.fix))).toBe(`Installed kb-listed listed KB${String(december.fix)}`);
    // The December fix lies above the November hotpatch by build.
    expect(inShort(rows.get(november.hotpatch))).toBe(
      `Installed superseding-kb-listed listed KB${String(december.fix)}`,
    );
  });

  it('is a yes or no: a list that was cut does not make everybody possibly enrolled', async () => {
    const rows = await rowsOf([doc], pc({ list: 'cut', ubr: 7462 }));
    expect(rows.get(december.hotpatch)?.reason).toBe('not-enrolled-in-hotpatch');
    expect(inShort(rows.get(december.cumulative))).toBe('Installed build-reached measured');
  });
});
