import { realUuid } from '../../../domain/index.ts';
import type { InventoryRecord, MachineMarks } from '../../../domain/index.ts';
import { valueReader } from './value-reader.ts';

/**
 * Marks of the machine from records: SMBIOS UUID (Win32_ComputerSystemProduct), serial number of the
 * BIOS, domain. Fields without a value are left out.
 */
export function marksOf(records: readonly InventoryRecord[]): MachineMarks {
  const of = (group: string, name: string): string => {
    const record = records.find(
      (one) => one.content !== 'delete' && one.group.toLowerCase() === group.toLowerCase(),
    );
    return record ? valueReader(record.values)(name) : '';
  };
  const smbiosUuid = realUuid(of('Win32_ComputerSystemProduct', 'UUID'));
  const domain = of('Win32_ComputerSystem', 'Domain');
  const biosSerial = of('Win32_BIOS', 'SerialNumber');
  return {
    ...(smbiosUuid !== null && { smbiosUuid }),
    ...(domain !== '' && { domain }),
    ...(biosSerial !== '' && { biosSerial }),
  };
}
