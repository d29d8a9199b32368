import type { InventoryReading } from '../domain/index.ts';
import type { RefusedName } from './import-report.ts';

/** The name in the file that no computer can have, from the warning that reading it left. */
export function refusedName({ warnings }: InventoryReading): RefusedName | null {
  const details = warnings.find(({ code }) => code === 'name-not-legal')?.details;
  return details ? { name: String(details['name']), line: Number(details['line']) } : null;
}
