import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { msrcFormat } from '../../../../src/formats/index.ts';
import { dataFolder, hasData } from '../../../support/data.ts';

// msrc-cvrf, section 2, table of real counts: bytes, vulnerabilities, vendor fixes, KBs,
// KB x product, FullProductName elements, distinct ProductIDs.
const table = `
2016-Nov 1646693 68 1415 67 219 248 124
2018-Oct 1118256 52 1019 40 147 270 135
2019-Feb 3055658 81 2375 85 416 464 232
2019-Mar 1592761 68 512 40 209 272 136
2019-Dec 1033928 38 802 39 148 264 132
2020-Jun 3367335 133 990 42 253 534 267
2021-Sep 1624375 112 455 30 94 172 86
2022-Nov 1954193 75 782 69 232 358 179
2023-Jun 1885599 120 827 49 165 340 170
2024-Mar 1407652 81 599 24 53 158 79
2025-Dec 2304830 343 644 55 155 345 187
2026-Jan 3041265 150 1022 27 58 152 76
2026-Feb 1474498 141 549 29 64 244 125
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

// Counted apart with Python's ElementTree: pairs (KB, ProductID) whose Vendor Fixes carry more than one
// Supercedence (2016-Nov) or more than one FixedBuild (2025-Dec); none elsewhere, and no strange date.
const disagreements: Readonly<Record<string, readonly string[]>> = {
  '2016-Nov': Array<string>(12).fill('supersedence-differs'),
  '2025-Dec': Array<string>(3).fill('fixed-build-differs'),
};

async function readReal(id: string) {
  const name = `cvrfDocument-${id}.xml`;
  const blob = await openAsBlob(join(dataFolder, 'msrc', name));
  const result = await msrcFormat.read(new File([blob], name), {});
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe.skipIf(!hasData('msrc'))('the thirteen real documents', () => {
  it.each(table)(
    '%s has the counts of the format page and the known disagreements',
    async (id = '', ...numbers) => {
      const document = await readReal(id);
      const { counts } = document;
      expect(document.id).toBe(id);
      expect([
        document.bytes,
        counts.vulnerabilities,
        counts.vendorFixes,
        counts.kbs,
        counts.kbProducts,
        counts.productElements,
        counts.products,
      ]).toEqual(numbers.map(Number));
      expect(document.warnings.map(({ code }) => code)).toEqual(disagreements[id] ?? []);
    },
  );
});
