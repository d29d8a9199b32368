// `npm run -s bench`: runs every bench, or the ones named. Each writes build/bench/NAME.json and prints
// `figure NAME VALUE UNIT` and `ratio NAME VALUE` lines.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, runnerImport } from 'vite';
import { builtCli } from '../../src/cli/build.js';

const root = join(import.meta.dirname, '..', '..');
const reports = join(root, 'build', 'bench');
const code = join(root, 'node_modules', '.cache', 'patchferry', `bench-${process.pid}`);

/** The browser comes last: it needs the built application. What is hot is bundled first, as it is in use. */
const benches = [
  { name: 'read', bundled: true },
  { name: 'packages', bundled: true },
  { name: 'mu-compile', bundled: true },
  { name: 'cab', bundled: true },
  { name: 'scan', bundled: false },
  { name: 'mu', bundled: true },
  { name: 'mu-browser', bundled: false },
  { name: 'import-cli', bundled: false },
  { name: 'import-browser', bundled: false },
  { name: 'start', bundled: false },
];

/** @param {{ name: string, bundled: boolean }} bench */
async function load({ name, bundled }) {
  const source = join(import.meta.dirname, `${name}.ts`);
  if (!bundled) return (await runnerImport(source, { configFile: false, logLevel: 'silent' })).module;
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: source, outDir: join(code, name), target: 'node20', minify: false },
  });
  return import(pathToFileURL(join(code, name, `${name}.js`)).href);
}

/** @param {number} value */
const rounded = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('--'));
const wanted = words.filter((word) => !word.startsWith('--'));
const names = benches.map(({ name }) => name);
const unknown = wanted.find((name) => !names.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench "${unknown}". There are: ${names.join(', ')}\n`);
  process.exit(2);
}

const data = resolve(process.env.PATCHFERRY_DATA ?? join(root, '../shared/data'));
const input = { root, data: existsSync(join(data, 'msrc')) ? data : null, built: await builtCli(), options };
mkdirSync(reports, { recursive: true });
try {
  for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const { run } = await load(bench);
    const load1 = rounded(loadavg()[0] ?? 0);
    const result = await run(input);
    if ('skipped' in result) {
      process.stdout.write(`skipped ${bench.name}: ${result.skipped}\n`);
      continue;
    }
    for (const { name, value, unit } of result.figures) {
      process.stdout.write(`figure ${name} ${rounded(value)} ${unit}\n`);
    }
    for (const { name, value } of result.ratios) process.stdout.write(`ratio ${name} ${rounded(value)}\n`);
    const machine = { node: process.version, processors: cpus().length, load1 };
    const report = { bench: bench.name, machine, ...result };
    writeFileSync(join(reports, `${bench.name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  }
} finally {
  rmSync(code, { recursive: true, force: true });
}
