/**
 * `npm test`: every check there is, one after the other, and one last line that counts them. A step
 * without counts of its own (types, lint …) is one check. `npm test -- lint unit` runs just those steps.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { findBrowser } from './support/find-browser.js';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'build', 'test-reports');

/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Counts
 * @typedef {{ name: string, script?: string, project?: string }} Step
 */

/** @type {Step[]} */
const steps = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format:check' },
  // Unit tests load the kernel, the e2e tests the application: built before them.
  { name: 'build', script: 'build' },
  { name: 'unit', project: 'node' },
  { name: 'browser', project: 'browser' },
  { name: 'e2e', project: 'e2e' },
];

/**
 * Runs a command with its output shown; resolves to its exit code.
 * @param {string} command @param {string[]} args
 * @returns {Promise<number>}
 */
function run(command, args) {
  return new Promise((done, fail) => {
    spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      .on('error', fail)
      .on('close', (code) => done(code ?? 1));
  });
}

/**
 * What a Vitest report counted. No report, no tests in it, or a bad exit without a failed test (an error
 * outside any test) is a failure too.
 * @param {string} file @param {number} code
 * @returns {Counts}
 */
function countsOf(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: [] };
  for (const suite of report.testResults) {
    // A file that could not even be loaded has no tests to count.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) counts.failed += 1;
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped.push(test.fullName);
    }
  }
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  return counts;
}

/** @param {Step} step @returns {Promise<Counts>} */
async function check({ name, script, project }) {
  if (script) {
    const code = await run('npm', ['run', '--silent', script]);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
  }
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--project', String(project), '--reporter=dot', '--reporter=json'];
  return countsOf(report, await run(process.execPath, [vitest, ...args, `--outputFile.json=${report}`]));
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no such step: ${unknown.join(', ')}; there are ${steps.map((s) => s.name).join(', ')}\n`,
  );
  process.exit(2);
}

mkdirSync(reports, { recursive: true });
const data = resolve(root, process.env.PATCHFERRY_DATA ?? '../shared/data');
console.log(existsSync(data) ? `real data: ${data}` : `real data: none at ${data}; its tests are skipped`);
try {
  console.log(`browser: ${(await findBrowser()).executablePath}`);
} catch (error) {
  console.log(String(error));
}

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: [] };
for (const step of steps.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  console.log(`\n== ${step.name}`);
  const start = Date.now();
  const counts = await check(step);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped.push(...counts.skipped.map((test) => `${step.name}: ${test}`));
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`-- ${step.name}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${seconds} s`);
}

if (total.skipped.length > 0) console.log(`\nskipped:\n  ${total.skipped.join('\n  ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
