import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
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

const file = new URL('../../../../src/formats/scan-json/schema.json', import.meta.url);

/** The schema with the values that the program has put in place of its enums. */
async function withValuesOfProgram(): Promise<string> {
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  const { machine, state, rejected, warning } = schema.$defs;
  machine.properties.incomplete.items.enum = incompleteReasons;
  state.properties.state.enum = patchStates;
  state.properties.grade.enum = [...grades, null];
  state.properties.reason.enum = stateReasons;
  state.properties.blockers.items.enum = blockerKinds;
  rejected.properties.code.enum = rejectionCodes;
  warning.properties.code.enum = [...catalogWarningCodes, ...readingWarningCodes, ...inputWarningCodes];
  const options = await resolveConfig(file);
  return format(JSON.stringify(schema), { ...options, parser: 'json' });
}

describe('schema of patchferry-scan/1', () => {
  // A new code fails here: look at it, then let "vitest run -u" write it into the schema.
  it('names exactly the values that the program has', async () => {
    await expect(await withValuesOfProgram()).toMatchFileSnapshot(fileURLToPath(file));
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
