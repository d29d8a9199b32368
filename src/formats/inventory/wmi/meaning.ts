import type { HotfixEntry, InventoryRecord, RecordMeaning } from '../../../domain/index.ts';
import { kbNumber } from '../hotfix-id.ts';
import { installedOn } from '../installed-on.ts';
import type { ReadFile } from '../reading.ts';
import { osOf } from './operating-system.ts';
import { patchState } from './patch-state.ts';
import { valueReader } from './value-reader.ts';

/**
 * What a record of a known class says: Win32_OperatingSystem, Win32_QuickFixEngineering,
 * Win32_PatchState and its extended form; undefined for all other classes and for a deletion.
 */
export function meaningOf(record: InventoryRecord, source: ReadFile): RecordMeaning | undefined {
  if (record.content === 'delete') return undefined;
  switch (record.group.toLowerCase()) {
    case 'win32_operatingsystem': {
      const os = osOf(record, source);
      return os ? { os } : undefined;
    }
    case 'win32_quickfixengineering': {
      const hotfix = hotfixOf(record, source.file);
      return hotfix ? { hotfix } : undefined;
    }
    case 'win32_patchstate':
    case 'win32_patchstate_extended': {
      const reported = patchState(record);
      return reported ? { reported } : undefined;
    }
    default:
      return undefined;
  }
}

function hotfixOf({ values, line }: InventoryRecord, file: string): HotfixEntry | null {
  const value = valueReader(values);
  const id = value('HotFixID');
  if (id === '') return null;
  const servicePack = value('ServicePackInEffect');
  const replacesFiles = /^File \d+$/i.test(id) && /^(?:KB|Q)/i.test(servicePack);
  return {
    id,
    kb: kbNumber(replacesFiles ? servicePack : id),
    installedOn: installedOn(value('InstalledOn')),
    file,
    line,
  };
}
