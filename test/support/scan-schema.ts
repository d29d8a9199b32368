import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema: object = JSON.parse(
  readFileSync(new URL('../../src/formats/scan-json/schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

/** Faults of a scan result against the schema in the repository; empty where there are none. */
export function schemaFaults(result: unknown): string[] {
  if (validate(result)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
