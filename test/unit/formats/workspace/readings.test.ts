import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readingSchema } from '../../../../src/formats/workspace/reading-schema.ts';
import { readingOf } from '../../../support/read-inventory.ts';

const goldens = join(import.meta.dirname, '../../../golden');

describe('readings of inventories in a workspace file', () => {
  it.each(readdirSync(goldens).filter((name) => name.startsWith('inventory-') && !name.endsWith('.ts')))(
    '%s comes back as it was',
    async (name) => {
      const files = readdirSync(join(goldens, name));
      const file = files.find((one) => one !== 'expected.json' && one !== 'why.md') ?? '';
      const reading = await readingOf(readFileSync(join(goldens, name, file)), file);
      const written: unknown = JSON.parse(JSON.stringify(reading));
      const parsed = v.safeParse(readingSchema, written);
      expect(parsed.issues?.[0]).toBeUndefined();
      expect(parsed.output).toEqual(reading);
    },
  );
});
