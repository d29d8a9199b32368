import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const file = new URL('../../src/formats/inventory/facts/schema.json', import.meta.url);
export const factsSchema = JSON.parse(readFileSync(file, 'utf8'));

const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  factsSchema,
);

/** Whether a value has the form of `patchferry-facts/1` as the published schema says. */
export function fitsFactsSchema(value: unknown): boolean {
  return validate(value);
}
