import { notCollected } from '../../domain/index.ts';
import type { Evidence, Fact, OsFacts, OsRole } from '../../domain/index.ts';

/** Operating system facts of which nothing was read: readers fill in what their format has. */
export const unknownOs: OsFacts = {
  version: notCollected,
  name: notCollected,
  servicePack: notCollected,
  architecture: notCollected,
  role: notCollected,
  installation: notCollected,
  ubr: notCollected,
  edition: notCollected,
};

export function known<T>(value: T, evidence: Evidence): Fact<T> {
  return { state: 'known', value, evidence };
}

/** Server or client by the product name (inventory-sources, section 3): every server product says so. */
export function roleOf(name: string): OsRole {
  return /server/i.test(name) ? 'server' : 'client';
}
