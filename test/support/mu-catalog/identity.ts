import { hash } from 'node:crypto';
import { seeded } from '../seeded.ts';
import type { Random } from '../seeded.ts';

/** A GUID in lower case that only this key has. */
export function guidOf(seed: number, key: string): string {
  const hex = hash('sha1', `${String(seed)} guid ${key}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A made-up payload digest as the catalog writes it: SHA-1 or SHA-256 in base64. */
export function digestOf(algorithm: 'sha1' | 'sha256', seed: number, key: string): string {
  return hash(algorithm, `${String(seed)} file ${key}`, 'base64');
}

/** Numbers that only this key gives. */
export function randomOf(seed: number, key: string): Random {
  return seeded(parseInt(hash('sha1', `${String(seed)} random ${key}`, 'hex').slice(0, 8), 16));
}
