/** What tells one machine from another besides its name (inventory-sources, section 13.2). */
export interface MachineMarks {
  /** `HKLM\SOFTWARE\Microsoft\Cryptography` MachineGuid, lower case; cloned disks share it. */
  readonly machineGuid?: string;
  /** SMBIOS UUID, lower case; never one of all zeros or all Fs, which count as missing. */
  readonly smbiosUuid?: string;
  /** Domain or workgroup as written. */
  readonly domain?: string;
  /** Serial number of the BIOS as written. */
  readonly biosSerial?: string;
  /** Client identity of SMS or Configuration Manager, `GUID:…`. */
  readonly clientId?: string;
}

/** The UUID in lower case without braces, or null where makers left it empty: all 0 or all F. */
export function realUuid(written: string): string | null {
  const uuid = written
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(uuid)) return null;
  return /^[0-]+$|^[f-]+$/.test(uuid) ? null : uuid;
}
