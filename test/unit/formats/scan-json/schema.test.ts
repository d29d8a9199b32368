import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  blockerKinds,
  catalogWarningCodes,
  grades,
  incompleteReasons,
  patchStates,
  readingWarningCodes,
  rejectionCodes,
  stateReasons,
} from '../../../../src/domain/index.ts';
import { inputWarningCodes } from '../../../../src/formats/scan-json/index.ts';
import { schemaFaults } from '../../../support/scan-schema.ts';

const { $defs: defs } = JSON.parse(
  readFileSync(new URL('../../../../src/formats/scan-json/schema.json', import.meta.url), 'utf8'),
);

describe('schema of patchferry-scan/1', () => {
  it.each([
    ['incomplete', defs.machine.properties.incomplete.items.enum, incompleteReasons],
    ['state', defs.state.properties.state.enum, patchStates],
    ['grade', defs.state.properties.grade.enum, [...grades, null]],
    ['reason', defs.state.properties.reason.enum, stateReasons],
    ['blockers', defs.state.properties.blockers.items.enum, blockerKinds],
    ['rejection code', defs.rejected.properties.code.enum, rejectionCodes],
    [
      'warning code',
      defs.warning.properties.code.enum,
      [...catalogWarningCodes, ...readingWarningCodes, ...inputWarningCodes],
    ],
  ])('names exactly the values of %s that the program has', (_name, inSchema, inProgram) => {
    expect(inSchema).toEqual(inProgram);
  });

  it('refuses a key that is not in the form, and a missing one', () => {
    const empty = {
      format: 'patchferry-scan/1',
      catalogs: [],
      machines: [],
      states: [],
      ignored: [],
      rejected: [],
      warnings: [],
    };
    expect(schemaFaults(empty)).toEqual([]);
    expect(schemaFaults({ ...empty, created: 'today' })).not.toEqual([]);
    const { warnings: _warnings, ...without } = empty;
    expect(schemaFaults(without)).not.toEqual([]);
  });
});
