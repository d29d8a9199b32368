import { describe, expect, it } from 'vitest';
import { refusals } from '../../support/lint.ts';

/** Issue, reference evaluator: "free of browser and Node APIs, of Map, Set, JSON, getters and BigInt (linted)". */
describe('files that also run in an old script engine', () => {
  it.each([
    ['src/scan/evaluate.ts', 'export const m = new Map();'],
    ['src/scan/leaf.ts', 'export const s = new Set();'],
    ['src/scan/policy.ts', "export const j = JSON.parse('1');"],
    ['src/scan/leaves/x.ts', 'export const n = 1n;'],
    ['src/scan/leaves/x.ts', 'export const o = { get a() { return 1; } };'],
    ['src/scan/leaves/x.ts', "export const t = 'a'.startsWith('a');"],
    ['src/scan/leaves/x.ts', "export const t = ' a'.trim();"],
    ['src/scan/leaves/x.ts', 'export const f = [1].includes(1);'],
    ['src/scan/leaves/x.ts', 'export const f = [1].map(String);'],
    ['src/scan/leaves/x.ts', 'export const o = { ...{ a: 1 } };'],
    ['src/scan/leaves/x.ts', 'export const [a] = [1];'],
    ['src/scan/leaves/x.ts', 'export const k = Object.keys({});'],
    ['src/scan/leaves/x.ts', 'export const o = { class: 1 };'],
    ['src/scan/leaves/x.ts', 'export const c = (o: { class: number }) => o.class;'],
    ['src/scan/leaves/x.ts', 'export const r = /(?<year>.)/;'],
    ['src/scan/leaves/x.ts', 'export const t = performance.now();'],
    ['src/scan/leaves/x.ts', 'export const d = Date.now();'],
    ['src/domain/fact-table.ts', 'export async function f() {}'],
  ])('%s may not say %s, and the message says why', async (path, code) => {
    const [message] = await refusals(path, code);
    expect(message).toContain('runs in an old script engine (JScript 5.8)');
  });

  it('still are bound to their floor', async () => {
    const [message] = await refusals('src/scan/leaves/x.ts', "import '../../store/index.ts';");
    expect(message).toContain('docs/ARCHITECTURE.md');
  });

  it('say what they like outside', async () => {
    expect(await refusals('src/scan/kernel.ts', 'export const m = new Map();')).toEqual([]);
  });
});
