import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RulePool } from '../../src/domain/index.ts';
import type { Rule, SdpDocument } from '../../src/domain/index.ts';
import { compileSdp } from '../../src/scan/index.ts';
import { elementCounts, readPackages, realPackageFiles } from '../support/real-packages.ts';
import { median, timed } from './measure.ts';
import type { BenchInput, BenchResult, Skipped } from './measure.ts';

/** Reading and compiling the real packages, and how often each rule element occurs in them. */
export async function run({ data }: BenchInput): Promise<BenchResult | Skipped> {
  if (data === null || !existsSync(join(data, 'wu', 'sdp-hp'))) return { skipped: 'no packages there' };
  const files = realPackageFiles(data);
  let documents: SdpDocument[] = [];
  const reading = await timed(3, async () => {
    documents = await readPackages(files);
  });
  const compiling = await timed(5, () => compileSdp(documents));
  const { rules } = await compileSdp(documents);
  const pool = new RulePool();
  for (const { parts } of rules) {
    for (const { clauses } of parts) for (const { when } of clauses) pool.share(when);
  }
  const counts = elementCounts(documents);
  return {
    figures: [
      { name: 'packages/read', value: files.length / median(reading), unit: 'packages/s' },
      { name: 'packages/compile', value: median(compiling) * 1000, unit: 'ms' },
      { name: 'packages/rules', value: total(rules.flatMap(whens), new Map()), unit: 'rules' },
      { name: 'packages/shared-rules', value: pool.size, unit: 'rules' },
      ...Object.entries(counts).map(([name, value]) => ({ name: `rules/${name}`, value, unit: 'elements' })),
    ],
    ratios: [],
    details: { packages: files.length, reading, compiling, counts },
  };
}

function whens({
  parts,
}: {
  readonly parts: readonly { readonly clauses: readonly { readonly when: Rule }[] }[];
}) {
  return parts.flatMap(({ clauses }) => clauses.map(({ when }) => when));
}

/** Rules with all below them, shared ones counted as often as they are used. */
function total(rules: readonly Rule[], known: Map<Rule, number>): number {
  let sum = 0;
  for (const rule of rules) {
    let size = known.get(rule);
    if (size === undefined) {
      const below =
        rule.op === 'and' || rule.op === 'or'
          ? rule.of
          : rule.op === 'not' || rule.op === 'proven'
            ? [rule.of]
            : [];
      size = 1 + total(below, known);
      known.set(rule, size);
    }
    sum += size;
  }
  return sum;
}
