import type { FreeSpace } from '../store/index.ts';
import type { AskStorage } from '../tasks/ports.ts';

/** Absent on pages over plain LAN http, and refused in some private windows. */
function storage(): StorageManager | undefined {
  return (navigator as { readonly storage?: StorageManager }).storage;
}

export const askStorage: AskStorage = async () => {
  const estimate = await storage()
    ?.estimate()
    .catch(() => undefined);
  const persisted =
    (await storage()
      ?.persisted()
      .catch(() => false)) ?? false;
  return { persisted, usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null };
};

export const freeSpace: FreeSpace = async () => {
  const { usedBytes, quotaBytes } = await askStorage();
  return usedBytes === null || quotaBytes === null ? null : Math.max(0, quotaBytes - usedBytes);
};
