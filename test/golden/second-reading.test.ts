import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patchStates } from '../../src/domain/index.ts';
import { compileMsrc } from '../../src/scan/index.ts';
import { dataFolder, hasData } from '../support/data.ts';
import { readCatalog, readMachines } from '../support/independent-msrc.ts';
import { IndependentStates } from '../support/independent-states.ts';
import { realDocuments, realInventories, realMachines } from '../support/real-files.ts';
import { engines } from '../support/scan-rows.ts';

describe.skipIf(!hasData('msrc') || !hasData('inventory'))('real documents and machines', () => {
  it(
    'come to the states of a second reading of the rules, in every engine',
    { timeout: 300_000 },
    async () => {
      const paths = realInventories();
      const machines = await realMachines(paths);
      const { catalog } = await compileMsrc(await realDocuments());
      const independent = new IndependentStates(readCatalog(join(dataFolder, 'msrc')));
      const others = new Map(readMachines(paths).map((machine) => [machine.name, machine]));
      expect([...others.keys()].sort()).toEqual(machines.map((machine) => machine.id));

      for (const engine of engines) {
        const matrix = await engine.scan(catalog, machines);
        const differences: string[] = [];
        let compared = 0;
        for (const kb of independent.kbs) {
          const row = matrix.updates.indexOf(`msrc:KB${String(kb)}`);
          matrix.machines.forEach((id, column) => {
            const machine = others.get(id);
            const ours = patchStates[matrix.codes[row * matrix.machines.length + column] ?? 0];
            const theirs = machine === undefined ? 'no such machine' : independent.stateOf(kb, machine);
            compared += 1;
            if (ours !== theirs)
              differences.push(`${id} KB${String(kb)}: ${String(ours)}, second reading ${theirs}`);
          });
        }
        expect(differences).toEqual([]);
        expect(compared).toBe(579 * machines.length);
      }
    },
  );
});
