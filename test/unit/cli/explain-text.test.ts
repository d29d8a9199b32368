import { expect, it } from 'vitest';
import { explainText } from '../../../src/cli/explain-text.ts';
import type { ClauseTrace } from '../../../src/domain/index.ts';
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

it('proves a state by the last step with the steps before it, and names the file that lists everything', () => {
  const patch = update(9000001);
  const absent: ClauseTrace['when'] = {
    op: 'leaf',
    truth: 'false',
    decisive: true,
    leaf: {
      kind: 'hotfix',
      wanted: 'KB9000001',
      found: 'absent',
      evidence: { file: 'pc1_qfe.txt', sha256: '', line: null, text: '' },
      missing: null,
    },
  };
  const step = (when: ClauseTrace['when'], fired: boolean): ClauseTrace => ({
    source: fired ? 'msrc-cvrf 4.4' : 'msrc-cvrf 4.3',
    state: fired ? 'Required' : 'Installed',
    reason: fired ? 'kb-not-listed' : 'kb-listed',
    truth: when.truth,
    fired,
    when,
  });
  const text = explainText({
    row: row(patch, 'pc1'),
    machineName: 'PC1',
    kb: 'KB9000001',
    first: null,
    parts: [
      {
        subject: 'Windows',
        state: 'Required',
        reason: 'kb-not-listed',
        decisive: true,
        clauses: [step(absent, false), step({ op: 'true', truth: 'true', decisive: true }, true)],
      },
    ],
    catalogs: [],
  });
  expect(text).toContain('hotfix: wanted KB9000001, found absent <- pc1_qfe.txt\n');
  expect(text).toContain('because no step above applies');
  expect(text).not.toMatch(/true +true/);
});
