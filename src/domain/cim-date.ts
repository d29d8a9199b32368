/**
 * A CIM datetime `yyyymmddHHMMSS.ffffff±UUU` (UUU = minutes from UTC, sign first) as ISO 8601 UTC; null
 * where the offset is unknown (`+***`), a part is left open (`**`), or there is no such moment
 * (sms-records, section 8).
 */
export function cimDate(written: string): string | null {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d{6}([+-]\d{3})$/.exec(written.trim());
  if (!found) return null;
  const [, year, month, day, hour, minute, second, offset] = found;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const at = Date.parse(`${local}Z`);
  // 30 February would become 2 March.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(local)) return null;
  return new Date(at - Number(offset) * 60_000).toISOString();
}
