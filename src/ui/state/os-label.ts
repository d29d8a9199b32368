import { valueOf } from '../../domain/index.ts';
import type { Machine } from '../../domain/index.ts';

/**
 * The operating system as lists, filters and pictures group it: its name, or the version where only that
 * is known (a facts file gives no name), or nothing.
 */
export function osLabel({ os }: Machine): string {
  const version = valueOf(os.version);
  return valueOf(os.name) ?? (version ? `Windows ${version}` : '');
}
