import type { DataMarker } from './workers/bridge.ts';

const name = 'patchferry.has-data';

/**
 * Remembers beside the database that there was data (STO06): browsers may delete the one and keep the
 * other. Where storage is refused altogether there is nothing to remember.
 */
export const dataMarker: DataMarker = {
  read() {
    try {
      return localStorage.getItem(name) !== null;
    } catch {
      return false;
    }
  },
  write(present) {
    try {
      if (present) localStorage.setItem(name, '1');
      else localStorage.removeItem(name);
    } catch {
      // Refused: the storage light says already that nothing is kept.
    }
  },
};
