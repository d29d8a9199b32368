import * as v from 'valibot';
import { isIsoDate, problemOfDraft } from '../../domain/index.ts';
import type { Declaration, DeclarationDraft, DeclaredMachines, Result } from '../../domain/index.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { formatError, settle } from '../format-error.ts';
import { readBytes } from '../read-bytes.ts';
import { fileSchema } from './file-schema.ts';
import type { WrittenDeclaration } from './file-schema.ts';

/** A declaration is some 300 bytes: room for thousands. */
const maxBytes = 4 * 1024 * 1024;

/**
 * Reads a file of declarations (`schema.json`). One whose last day is over comes as expired, so that it is
 * told and does not count.
 *
 * Rejections: `file-empty`, `file-too-large`, `declarations-malformed` (not JSON, or not of the form),
 * `declaration-refused` with the problem, both with the place of the declaration, and those of the medium.
 *
 * @param today ISO date
 */
export function readDeclarations(
  file: FileSource,
  today: string,
  context: ReadContext,
): Promise<Result<readonly Declaration[]>> {
  return settle(async () => {
    if (file.size === 0) throw formatError('file-empty', file.name);
    if (file.size > maxBytes) {
      throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: maxBytes });
    }
    const decoder = new TextDecoder('utf-8');
    let text = '';
    for await (const piece of readBytes(file, context)) text += decoder.decode(piece, { stream: true });
    const checked = v.safeParse(fileSchema, parse(text + decoder.decode(), file.name));
    if (!checked.success) {
      const [issue] = checked.issues;
      const place = v.getDotPath(issue) ?? '';
      const details = { expected: issue.expected ?? 'nothing', found: issue.received.slice(0, 80) };
      throw formatError('declarations-malformed', file.name, place, details);
    }
    return checked.output.declarations.map((written, at) => declarationOf(written, at, today, file.name));
  });
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw formatError('declarations-malformed', file, '', { expected: 'JSON', found: message.slice(0, 80) });
  }
}

function declarationOf(written: WrittenDeclaration, at: number, today: string, file: string): Declaration {
  const { says, by, on, until, reason } = written;
  const draft: DeclarationDraft = {
    products: (written.products ?? []).map((name) => name.trim().replace(/\s+/g, ' ')),
    family: written.family ?? null,
    says,
    version: written.version ?? null,
    machines: machinesOf(written.machines),
    reason: reason.trim(),
    until,
  };
  // One that is over was right when it was said.
  const problem = !isIsoDate(on)
    ? 'date-missing'
    : problemOfDraft(draft, isIsoDate(until) && until < today ? until : today);
  if (problem !== null || until < on) {
    throw formatError('declaration-refused', file, `declarations.${at}`, { problem: problem ?? 'date-past' });
  }
  const id = `${file} ${String(at + 1).padStart(5, '0')}`;
  return { ...draft, id, by, at: Date.parse(`${on}T00:00:00Z`), expired: until < today };
}

/** Machines are known by their name in lower case. */
function machinesOf(machines: WrittenDeclaration['machines']): DeclaredMachines {
  if (machines === 'all') return { kind: 'all' };
  if (Array.isArray(machines)) return { kind: 'chosen', ids: machines.map((name) => name.toLowerCase()) };
  const { name = '', role = null, os = '' } = machines;
  return { kind: 'filter', name, role, os };
}
