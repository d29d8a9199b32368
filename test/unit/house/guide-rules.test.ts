import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const guide = readFileSync(join(root, 'docs/guide/rules.md'), 'utf8');
const sources = readdirSync(join(root, 'src/scan'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src/scan', name), 'utf8'));
/** Labels of rules as the proof shows them: `msrc-cvrf 4.3`, `mssecure R7`. */
const labels = new Set(
  sources.flatMap((text) => [
    ...[...text.matchAll(/'((?:msrc-cvrf|mssecure|sdp|applicability-rules) [R\d.]+)'/g)].map(
      ([, label]) => label,
    ),
    ...[...text.matchAll(/'(R\d)'/g)].map(([, rule]) => `mssecure ${rule}`),
  ]),
);

it('there are labels to look for', () => expect(labels.size).toBeGreaterThan(12));

it.each([...labels])('the guide says what %s asks', (label) => {
  expect(guide).toContain(`\`${label}\``);
});
