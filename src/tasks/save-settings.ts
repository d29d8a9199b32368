import { ok } from '../domain/index.ts';
import type { Result, Settings } from '../domain/index.ts';
import type { Session } from './session.ts';

/** A choice is told by its parts; all else is a word or a number. */
const told = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Stores settings; the journal names what changed. Nothing changed is no entry. */
export async function saveSettings(session: Session, settings: Settings): Promise<Result<null>> {
  const before = new Map<string, unknown>(Object.entries(session.data.settings));
  const changed = Object.entries(settings).filter(([name, value]) => told(before.get(name)) !== told(value));
  if (!changed.length) return ok(null);
  const details = Object.fromEntries(changed.map(([name, value]) => [name, told(value)]));
  return session.commit({ settings, journal: [{ act: 'settings-changed', details }] });
}
