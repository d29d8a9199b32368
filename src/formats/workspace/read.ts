import { createSHA256 } from 'hash-wasm';
import * as v from 'valibot';
import type { Result } from '../../domain/index.ts';
import { formatError, settle } from '../format-error.ts';
import type { FormatError } from '../format-error.ts';
import type { FileSource, Head, ReadContext } from '../format.ts';
import { Collector } from './collect.ts';
import { formatName, formatVersion, maxFileBytes, readVersions } from './contents.ts';
import type { WorkspaceFile, WorkspaceProblem } from './contents.ts';
import type { WorkspacePart } from './part-schema.ts';
import { readLines } from './lines.ts';
import { endSchema, headerSchema } from './record-schema.ts';

const opening = `{"format":"${formatName}/`;

/** True for a workspace file of any version. */
export function isWorkspace(head: Head): boolean {
  return head.text.startsWith(opening);
}

function damaged(file: FileSource, line: number, problem: WorkspaceProblem): FormatError {
  return formatError('workspace-damaged', file.name, `line ${line}`, { problem });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Time of writing; refuses foreign files and newer versions. */
function readHeader(file: FileSource, bytes: Uint8Array): number {
  const header = v.safeParse(headerSchema, parse(bytes));
  const [name, version] = header.success ? header.output.format.split('/') : [];
  if (!header.success || name !== formatName) throw formatError('workspace-foreign', file.name, 'line 1');
  if (Number(version) > formatVersion) {
    const details = { found: Number(version), known: formatVersion };
    throw formatError('workspace-newer', file.name, 'line 1', details);
  }
  if (!readVersions.includes(Number(version))) throw formatError('workspace-foreign', file.name, 'line 1');
  return header.output.writtenAt;
}

/** Takes records of large catalogs as they come; false for one that does not fit to those before it. */
export type TakePart = (part: WorkspacePart) => Promise<boolean>;

async function readWhole(file: FileSource, context: ReadContext, takePart: TakePart): Promise<WorkspaceFile> {
  if (file.size === 0) throw formatError('file-empty', file.name);
  if (file.size > maxFileBytes) {
    const details = { bytes: file.size, limit: maxFileBytes };
    throw formatError('file-too-large', file.name, '', details);
  }
  const hash = await createSHA256();
  const collector = new Collector();
  let line = 0;
  let writtenAt = 0;
  let end: v.InferOutput<typeof endSchema>['end'] | null = null;
  for await (const bytes of readLines(file, context)) {
    line += 1;
    if (end) throw damaged(file, line, 'text-after-end');
    if (line === 1) {
      writtenAt = readHeader(file, bytes);
      hash.update(bytes);
      continue;
    }
    const record = parse(bytes);
    const closing = v.safeParse(endSchema, record);
    if (closing.success) {
      end = closing.output.end;
      continue;
    }
    hash.update(bytes);
    if (record === undefined) throw damaged(file, line, 'record-not-understood');
    const problem = collector.add(record);
    if (problem) throw damaged(file, line, problem);
    const part = collector.takePart();
    if (part && !(await takePart(part))) throw damaged(file, line, 'record-not-understood');
  }
  if (!end) throw damaged(file, line, 'no-end');
  if (end.records !== line - 2) throw damaged(file, line, 'count-differs');
  if (end.sha256 !== hash.digest('hex')) throw damaged(file, line, 'sum-differs');
  const contents = collector.finish();
  if (!contents) throw damaged(file, line, 'states-incomplete');
  return { writtenAt, contents, journal: collector.journal, sha256: end.sha256 };
}

/**
 * Reads a workspace file, all or nothing: a truncated, altered, foreign or newer file is refused with
 * the line and the problem, and every record is checked against its schema (STO11).
 *
 * @param takePart what becomes of records of large catalogs; without it they are checked only
 */
export function readWorkspaceFile(
  file: FileSource,
  context: ReadContext,
  takePart: TakePart = () => Promise.resolve(true),
): Promise<Result<WorkspaceFile>> {
  return settle(() => readWhole(file, context, takePart));
}
