import type { Evidence, Fact, OsRole } from '../../domain/index.ts';

export function known<T>(value: T, evidence: Evidence): Fact<T> {
  return { state: 'known', value, evidence };
}

/** Server or client by the product name (inventory-sources, section 3): every server product says so. */
export function roleOf(name: string): OsRole {
  return /server/i.test(name) ? 'server' : 'client';
}
