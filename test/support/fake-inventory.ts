import type { ReportedState } from '../../src/domain/index.ts';
import type { MachineInventory, MachineVerdict } from '../../src/tasks/engine.ts';

function verdict(more: Partial<ReportedState>, beside: Partial<MachineVerdict> = {}): MachineVerdict {
  return {
    verdict: {
      updateId: null,
      revision: null,
      kbs: [5083022],
      bulletin: null,
      title: '2026-06 Practice Cumulative Update for Windows Server 2019 (KB5083022)',
      state: 'required',
      original: 'Applicable',
      line: 12,
      ...more,
    },
    reporter: 'patch-state',
    tool: 'ConfigMgr 5.00',
    scannedAt: '2026-07-01T08:00:00.000Z',
    receivedAt: Date.UTC(2026, 6, 3),
    file: 'SRV-FILE01.xml',
    isStale: false,
    record: 0,
    own: [{ update: 'msrc:KB5083022', state: 'Required' }],
    agreement: 'agrees',
    ...beside,
  };
}

/** Records and verdicts as the inventory page shows them: each agreement, a stale one, hostile text. */
export function fakeInventory(): MachineInventory {
  const record = (group: string, values: Record<string, string>, line: number) => {
    return { group, values, file: 'SRV-FILE01.xml', line };
  };
  return {
    collectedAt: '2026-07-01T08:00:00.000Z',
    receivedAt: Date.UTC(2026, 6, 3),
    evaluatedAt: Date.UTC(2026, 6, 4),
    records: [
      record('Win32_PatchState', { ID: 'MS26-041', QNumbers: '5083022', Product: 'Windows Server 2019', Title: 'Practice', Status: 'Applicable', TimeDetected: '20260620080000.000000+000' }, 12), // prettier-ignore
      record('Win32_BIOS', { Name: '<b>Practice BIOS</b>', SerialNumber: 'P-7', Version: '1.2' }, 20),
      record('Win32_LogicalDisk', { DeviceID: 'C:', FileSystem: 'NTFS', Size: '476000' }, 21),
      record(
        'Win32_LogicalDisk',
        { DeviceID: 'D:', FileSystem: 'NTFS', Size: '953000', VolumeName: 'Plant' },
        22,
      ),
    ],
    verdicts: [
      verdict({ bulletin: 'MS26-041' }),
      verdict({ kbs: [5083023], state: 'installed', title: 'Practice Tool x64' }, { record: null, agreement: 'differs', own: [{ update: 'msrc:KB5083022', state: 'Required' }] }), // prettier-ignore
      verdict({ kbs: [5083024], title: 'Practice Update, no catalog' }, { record: null, agreement: 'not-in-catalog', own: [], reporter: 'wua', scannedAt: null }), // prettier-ignore
      verdict({ kbs: [5083025], title: 'Practice Update, ours Unknown' }, { record: null, agreement: 'open', own: [{ update: 'msrc:KB5083022', state: 'Unknown' }], isStale: true }), // prettier-ignore
    ],
    waiting: [
      {
        machine: 'SRV-FILE01',
        file: 'SRV-FILE01-delta.xml',
        sha256: 'a'.repeat(64),
        collectedAt: '2026-07-02T08:00:00.000Z',
        because: 'gap',
      },
    ],
  };
}
