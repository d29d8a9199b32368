import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOldScript } from '../../src/hosting/old-script.js';
import { readVectorMachines, readVectors } from '../support/applicability-vectors.ts';
import { leafCases, machineOf } from '../support/leaf-cases/index.ts';
import { answers } from '../support/old-script-entry.ts';
import type { ScriptCase } from '../support/old-script-entry.ts';
import { createWineFolder, hasWine } from '../support/wine.ts';
import type { WineFolder } from '../support/wine.ts';

const machines = readVectorMachines();
const vectors = readVectors();
const vectorCases = vectors.map(({ rule, machine, policy }): ScriptCase => {
  const asked = machines[machine];
  if (asked === undefined) throw new Error(`no machine ${machine}`);
  return { rule, machine: asked, policy: policy ?? null };
});
const edges = leafCases.flatMap(([, cases]) => cases);
const edgeCases = edges.map((one): ScriptCase => {
  return { rule: one.rule, machine: machineOf(one), policy: one.policy ?? null };
});

describe.skipIf(!hasWine)('the evaluator as ECMAScript 3 under cscript (needs wine)', () => {
  let wine: WineFolder;
  let evaluator = '';

  beforeAll(async () => {
    const entry = fileURLToPath(new URL('../support/old-script-entry.ts', import.meta.url));
    evaluator = await buildOldScript(entry, 'Rules');
    wine = createWineFolder();
  }, 180_000);
  afterAll(() => wine.remove());

  /** Asks the cases there. A script that fails ends silently: the last line says that it did not. */
  const ask = (cases: readonly ScriptCase[]): readonly string[] => {
    const data = JSON.stringify(cases).replace(/[^ -~]/g, (sign) => {
      return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
    const lines = wine.run(
      `${evaluator}\nvar lines = Rules.answers(${data});\nfor (var i = 0; i < lines.length; i++) WScript.Echo(lines[i]);\nWScript.Echo('end ' + lines.length);\n`,
    );
    const end = lines.indexOf(`end ${String(cases.length)}`);
    if (end < 0) throw new Error(`the script did not end; its last lines: ${lines.slice(-3).join(' | ')}`);
    return lines.slice(0, end);
  };

  it('gives every vector of section 8 the value of the page', { timeout: 180_000 }, () => {
    const found = ask(vectorCases).map((line, i) => `${vectors[i]?.name ?? ''}: ${line.split(' ')[0] ?? ''}`);
    expect(found).toEqual(vectors.map(({ name, expected }) => `${name}: ${expected}`));
  });

  it(
    'gives every edge case its truth, and the state, blockers and trace that Node gives',
    { timeout: 180_000 },
    () => {
      const found = ask(edgeCases);
      expect(found.map((line, i) => `${edges[i]?.name ?? ''}: ${line.split(' ')[0] ?? ''}`)).toEqual(
        edges.map(({ name, expected }) => `${name}: ${expected}`),
      );
      expect(found).toEqual(answers(edgeCases));
    },
  );

  it('is plain ASCII without syntax that came later', () => {
    expect(evaluator).toMatch(/^[\t\n\r -~]*$/);
    expect(evaluator).not.toMatch(/=>|\blet\b|\bSymbol\.iterator\b|`/);
  });
});
