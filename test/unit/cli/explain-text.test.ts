import { expect, it } from 'vitest';
import { explainText } from '../../../src/cli/explain-text.ts';
import { row, update } from '../../support/bundle-input.ts';

it('prints the verdict of the scanner that the catalog was made for', () => {
  const patch = update(9000001);
  const explanation = {
    row: { ...row(patch, 'pc1'), original: 'WARNING' },
    machineName: 'PC1',
    kb: 'KB9000001',
    first: null,
    parts: [],
    catalogs: [],
  };
  expect(explainText(explanation)).toContain("Original verdict of the catalog's own scanner: WARNING.\n");
  expect(explainText({ ...explanation, row: row(patch, 'pc1') })).not.toContain('Original verdict');
});
