import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isWorkspace, readWorkspaceFile, writeWorkspace } from '../../../../src/formats/workspace/index.ts';
import type { WorkspaceContents } from '../../../../src/formats/workspace/index.ts';
import { openMemoryStore } from '../../../../src/store/index.ts';
import { fullChange } from '../../store/sample.ts';
import { planesOf } from '../../../support/state-matrix.ts';

async function written(contents?: Partial<WorkspaceContents>): Promise<string> {
  const store = await openMemoryStore();
  await store.apply(fullChange, 'Kim', 1000);
  const { entries } = await store.journal(1, 10);
  const data = { ...(await store.load()), ...contents };
  let text = '';
  async function* journal() {
    yield entries;
  }
  for await (const piece of writeWorkspace(data, journal(), 4000)) text += new TextDecoder().decode(piece);
  return text;
}

function read(text: BlobPart) {
  return readWorkspaceFile(new File([text], 'north.workspace'), {});
}

/** The same lines with the end recomputed: what a person who knows the format would hand in. */
function resealed(lines: readonly string[]): string {
  const body = `${lines.join('\n')}\n`;
  const sha256 = createHash('sha256').update(body).digest('hex');
  return `${body}${JSON.stringify({ end: { records: lines.length - 1, sha256 } })}\n`;
}

function codesLine(codes: Uint8Array): string {
  return JSON.stringify({ codes: Buffer.from(codes).toString('base64') });
}

function body(text: string): string[] {
  return text.trimEnd().split('\n').slice(0, -1);
}

describe('workspace file', () => {
  it('reads back what was written, journal with its hashes included', async () => {
    const store = await openMemoryStore();
    await store.apply(fullChange, 'Kim', 1000);
    const { entries } = await store.journal(1, 10);
    const {
      lastExportAt: _at,
      journalLength: _length,
      exportedAtLength: _exported,
      ...contents
    } = await store.load();
    const result = await read(await written());
    expect(result).toMatchObject({ ok: true, value: { writtenAt: 4000, contents, journal: entries } });
  });

  it('is recognised by its first line, and its sum can be checked outside', async () => {
    const text = await written();
    const bytes = new TextEncoder().encode(text);
    expect(isWorkspace({ name: 'x.txt', size: bytes.length, bytes, text })).toBe(true);
    const lines = text.trimEnd().split('\n');
    const sum = createHash('sha256')
      .update(`${lines.slice(0, -1).join('\n')}\n`)
      .digest('hex');
    // 1 settings, 1 practice, 2 editions, 2 readings, 1 UBR, 2 authorizations, 1 ignored, 2 roots, 2 declarations, 2 waiting, states, block, 2 journal.
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ end: { records: 20, sha256: sum } });
  });

  it('carries states of several blocks', async () => {
    const codes = Uint8Array.from({ length: 1009 * 991 }, (_, index) => index % 4);
    const updates = Array.from({ length: 1009 }, (_, index) => `msrc:KB${index}`);
    const machines = Array.from({ length: 991 }, (_, index) => `m${index}`);
    const summary = fullChange.states?.summary;
    if (!summary) throw new Error('the sample has states');
    const planes = planesOf({ catalogKey: 'k', updates, machines, codes });
    const result = await read(await written({ states: { planes, summary } }));
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.contents.states?.planes).toEqual(planes);
  });

  it('reads version 1, which has one byte a pair', async () => {
    const text = await written({ states: null });
    const codes = Uint8Array.from({ length: 3 * 300 }, (_, index) => (index * 7) % 4);
    const updates = ['a', 'b', 'c'];
    const machines = Array.from({ length: 300 }, (_, index) => `m${String(index).padStart(3, '0')}`);
    const { summary } = fullChange.states ?? {};
    const head = JSON.stringify({ states: { catalogKey: 'k', updates, machines, summary } });
    const lines = [head, ...[codes.subarray(0, 450), codes.subarray(450)].map(codesLine)];
    const old = body(text.replace('patchferry-workspace/4', 'patchferry-workspace/1'));
    const result = await read(resealed([...old, ...lines]));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.contents.states).toEqual({
      planes: planesOf({ catalogKey: 'k', updates, machines, codes }),
      summary,
    });
    const short = await read(resealed([...old, ...lines.slice(0, 2)]));
    expect(short).toMatchObject({ ok: false, error: { details: { problem: 'states-incomplete' } } });
  });

  it.each([0.1, 0.5, 0.9, 0.999])('STO11 a file cut at %f of its length is refused', async (part) => {
    const text = await written();
    const result = await read(text.slice(0, Math.floor(text.length * part)));
    expect(result).toMatchObject({ ok: false, error: { file: 'north.workspace' } });
    if (!result.ok) expect(['workspace-damaged', 'workspace-foreign']).toContain(result.error.code);
  });

  it('STO11 a file cut exactly between two lines is refused', async () => {
    const result = await read(`${body(await written()).join('\n')}\n`);
    expect(result).toMatchObject({ error: { code: 'workspace-damaged', details: { problem: 'no-end' } } });
  });

  it('STO11 one changed character is found, with the line', async () => {
    const text = (await written()).replace('"operator":"Kim"', '"operator":"Lee"');
    expect(await read(text)).toMatchObject({
      error: { code: 'workspace-damaged', place: 'line 22', details: { problem: 'sum-differs' } },
    });
  });

  it.each([
    ['a text', 'Host Name: WS1\n'],
    ['another JSON', '{"format":"something-else/1","writtenAt":1}\n'],
    ['a scan result', '{"format":"patchferry-scan/1",\n"catalogs":[\n]}\n'],
  ])('STO11 %s is foreign', async (_what, text) => {
    expect(await read(text)).toMatchObject({ error: { code: 'workspace-foreign', place: 'line 1' } });
  });

  it('STO11 a file of a newer program is refused with both versions', async () => {
    const text = (await written()).replace('patchferry-workspace/4', 'patchferry-workspace/5');
    expect(await read(text)).toMatchObject({
      error: { code: 'workspace-newer', details: { found: 5, known: 4 } },
    });
  });

  it('STO11 an empty file is refused as empty', async () => {
    expect(await read('')).toMatchObject({ error: { code: 'file-empty' } });
  });

  it('STO11 text after the end is refused', async () => {
    const text = await written();
    expect(await read(`${text}{"practice":true}\n`)).toMatchObject({
      error: { code: 'workspace-damaged', details: { problem: 'text-after-end' } },
    });
  });

  it.each([
    ['a record of an unknown kind', '{"payload":1}'],
    ['two records on one line', '{"practice":true,"codes":""}'],
    ['a name of the object prototype', '{"constructor":{"a":1}}'],
    ['a record with a member nobody knows', '{"ubr":{"machine":"ws9","ubr":1,"more":2}}'],
    ['a number where a text belongs', '{"ubr":{"machine":9,"ubr":1}}'],
    ['broken JSON', '{"ubr":'],
  ])('STO11 %s is refused although the sum is right', async (_what, line) => {
    const lines = body(await written());
    expect(await read(resealed([...lines, line]))).toMatchObject({
      error: {
        code: 'workspace-damaged',
        place: `line ${lines.length + 1}`,
        details: { problem: 'record-not-understood' },
      },
    });
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('STO11 the same machine twice is refused', async () => {
    const lines = body(await written());
    expect(await read(resealed([...lines, '{"ubr":{"machine":"ws1","ubr":1}}']))).toMatchObject({
      error: { details: { problem: 'record-twice' } },
    });
  });

  it('STO11 states without all their blocks are refused', async () => {
    const lines = body(await written()).filter((line) => !line.startsWith('{"block"'));
    expect(await read(resealed(lines))).toMatchObject({
      error: { details: { problem: 'states-incomplete' } },
    });
  });

  it('is cancelled by its signal', async () => {
    const file = new File([await written()], 'north.workspace');
    expect(await readWorkspaceFile(file, { signal: AbortSignal.abort() })).toMatchObject({
      error: { code: 'cancelled' },
    });
  });
});
