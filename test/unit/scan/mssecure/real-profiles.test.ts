import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mssecureUpdateId } from '../../../../src/domain/index.ts';
import type { Rule } from '../../../../src/domain/index.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { compiled, machineOfFacts, outcomes } from '../../../support/mssecure-scan.ts';

const catalog = ['legacy', 'mssecure-2001-10-04.slice.xml'] as const;
const answers = ['legacy', 'mssecure-2001-10-04.slice.expected.json'] as const;

interface Input {
  readonly products: readonly { readonly productId: string; readonly servicePackId: string }[];
  readonly registry: readonly { readonly key: string; readonly name: string; readonly value: string }[];
  readonly files: readonly { readonly path: string; readonly version: string; readonly checksum: string }[];
}

interface Result {
  readonly bulletin: string;
  readonly ordinal: number;
  readonly raw: string;
  readonly reason: string;
  readonly supersededBy: string;
  readonly state: string;
}

/** The facts file of one of the page's machines; 0.0.0.0 stands for a file without a version. */
function factsFile(name: string, { products, registry, files }: Input): string {
  const known = (value: unknown) => ({ state: 'known', value });
  return JSON.stringify({
    format: 'patchferry-facts/1',
    machine: { name },
    complete: ['catalog_products:mssecure', 'registry', 'files', 'folders'],
    facts: [
      ...products.map(({ productId, servicePackId }) => ({
        kind: 'catalog_product',
        source: 'mssecure',
        product: productId,
        result: known({ servicePack: servicePackId }),
      })),
      ...registry.map(({ key, name: value, value: data }) => ({
        kind: 'reg_value',
        key,
        value,
        result: known(
          /^\d+$/.test(data) ? { type: 'REG_DWORD', data: Number(data) } : { type: 'REG_SZ', data },
        ),
      })),
      ...files.map(({ path, version, checksum }) => ({
        kind: 'file',
        path,
        result: known({ version: version === '0.0.0.0' ? null : version, ...(checksum && { checksum }) }),
      })),
    ],
  });
}

/** The value or file that the deciding clause asks for first, as the page's evaluator writes it. */
function evidence(rule: Rule | undefined): string {
  if (rule?.op === 'not' || rule?.op === 'proven') return evidence(rule.of);
  if (rule?.op === 'and' || rule?.op === 'or') return evidence(rule.of[0]);
  if (rule?.op !== 'leaf' || !('path' in rule.leaf)) return '';
  const { path } = rule.leaf;
  if ('root' in path) return `HKLM\\${path.key}\\${'value' in path ? path.value : ''}`;
  return path.base.from === 'folder' ? `${path.base.name}\\${path.path}` : path.path;
}

/** Our state for the tool's word (mssecure, section 5). */
const states: Readonly<Record<string, string>> = {
  MISSING: 'Required',
  INSTALLED: 'Installed',
  WARNING: 'Installed',
  NOTE: 'Unknown',
  NOTREQUIRED: 'NotRequired',
  SUPERSEDED: 'NotRequired',
};

/** The part of a reason that the page's evaluator writes before its colon, for each of ours. */
const families: Readonly<Record<string, readonly string[]>> = {
  registry: ['registry-value-missing'],
  file: ['file-older', 'file-absent'],
  checksum: ['checksum-differs'],
  newer: ['newer-than-catalog'],
  'no-detection-data': ['no-detection-data'],
  'only-untestable-checks': ['only-untestable-checks'],
  'no-affected-file-present': ['no-affected-file'],
  '': ['checks-passed'],
};

const read = (parts: readonly string[]) => readFileSync(join(dataFolder, ...parts));
const given = hasData(...answers)
  ? (JSON.parse(read(answers).toString()) as {
      readonly inputs: Readonly<Record<string, Input>>;
      readonly expected: Readonly<Record<string, { readonly results: readonly Result[] }>>;
    })
  : { inputs: {}, expected: {} };

describe.skipIf(!hasData(...catalog))('MSSecure of October 2001: machines with known results', () => {
  it('has all ten profiles', () => {
    expect(Object.keys(given.expected)).toHaveLength(10);
  });

  it.each(Object.keys(given.expected))('%s', async (profile) => {
    const checksums = profile.endsWith('+sum');
    const name = profile.replace(/\+sum$/, '');
    const rules = await compiled(new Uint8Array(read(catalog)), { checksums });
    const input = given.inputs[name];
    if (!input) throw new Error(`no inventory of ${name}`);
    const found = outcomes(rules, await machineOfFacts(factsFile('PC', input)));
    const names = new Map(
      rules.updates.map(({ id, title }) => [id, title.slice(title.lastIndexOf(': ') + 2)]),
    );
    const expected = new Map<string, Result>();
    for (const result of given.expected[profile]?.results ?? []) {
      expected.set(mssecureUpdateId(result.bulletin, result.ordinal), result);
    }
    const differences: unknown[] = [];
    for (const [update, { outcome, own }] of found) {
      const result = expected.get(update);
      expected.delete(update);
      const want = result
        ? { state: states[result.state], original: result.state, own: result.raw, by: result.supersededBy }
        : { state: 'NotRequired', original: 'NOTREQUIRED', own, by: '' };
      const by = outcome.byUpdate;
      const bulletin = by?.slice('mssecure:'.length, by.lastIndexOf('#'));
      const got = {
        state: outcome.state,
        original: outcome.original,
        own,
        by: by === undefined ? '' : `${String(bulletin)}/${String(names.get(by))}`,
      };
      const family = families[result?.reason.split(':')[0] ?? 'none'];
      const reason =
        result?.state === 'SUPERSEDED' ? 'superseded-by-patch' : result ? family : 'product-not-affected';
      if (JSON.stringify(got) !== JSON.stringify(want) || !reason?.includes(outcome.reason)) {
        differences.push({ update, got, want, reason: outcome.reason });
      }
      const [, wantedEvidence = ''] = /^[a-z]+:(.*)$/.exec(result?.reason ?? '') ?? [];
      if (result && result.state !== 'SUPERSEDED' && wantedEvidence !== '') {
        const deciding = rules.rules.find((one) => one.update === update)?.parts[0]?.clauses[outcome.clause];
        expect(evidence(deciding?.when).toLowerCase()).toBe(wantedEvidence.toLowerCase());
      }
      if (outcome.original === 'NOTE') expect(outcome.state).toBe('Unknown');
    }
    expect(differences).toEqual([]);
    expect([...expected.keys()]).toEqual([]);
  });
});
