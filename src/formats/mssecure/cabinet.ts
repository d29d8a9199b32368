const signature = 0x4643534d;
/** Offsets of the cabinet header (MS-CAB 2.1). */
const firstFileAt = 16;

/** Whether bytes begin like a cabinet (`MSCF`). */
export function isCabinet(bytes: Uint8Array): boolean {
  return bytes.length >= 36 && view(bytes).getUint32(0, true) === signature;
}

/** Name of the first member as far as the given head reaches, or null. */
export function cabinetMember(bytes: Uint8Array): string | null {
  const at = view(bytes).getUint32(firstFileAt, true) + 16;
  const end = bytes.indexOf(0, at);
  return end < 0 || end - at > 256 ? null : new TextDecoder().decode(bytes.subarray(at, end));
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
