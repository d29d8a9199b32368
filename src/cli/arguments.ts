import type { MuScope } from '../domain/index.ts';
import { UsageError } from './exit-codes.ts';
import type { TrustPaths } from './read-trust.ts';
import { readScope } from './scope-arguments.ts';

const engineIds = ['reference', 'rows', 'wasm'] as const;
export type EngineId = (typeof engineIds)[number];

interface Input {
  readonly catalogs: readonly string[];
  readonly inventories: readonly string[];
  /** CSV `machine,ubr`, or null. */
  readonly ubr: string | null;
  /** File of declarations, or null. */
  readonly declarations: string | null;
  readonly engine: EngineId;
  /** Compare checksums where the catalog and the inventory have them (MSSecure). */
  readonly checksums: boolean;
  /** What to take of a Microsoft Update catalog. */
  readonly scope: MuScope;
  /** Files with root certificates that signatures of catalogs may end at. */
  readonly roots: readonly string[];
  /** Why catalogs count whose signature proves nothing, or null: they do not. */
  readonly allowUnsigned: string | null;
}

export interface ScanArguments extends Input {
  readonly command: 'scan';
  /** File, or `-` for standard output. */
  readonly out: string;
  readonly all: boolean;
}

export interface ExplainArguments extends Input {
  readonly command: 'explain';
  readonly machine: string;
  readonly update: string;
  readonly json: boolean;
}

export interface DiffArguments extends TrustPaths {
  readonly command: 'catalog-diff';
  readonly older: string;
  readonly newer: string;
  readonly json: boolean;
}

export type Arguments =
  | ScanArguments
  | ExplainArguments
  | DiffArguments
  | { readonly command: 'help' }
  | { readonly command: 'version' };

type Takes = 'nothing' | 'one' | 'several';
const input: Readonly<Record<string, Takes>> = {
  '--catalog': 'several',
  '--inventory': 'several',
  '--ubr': 'one',
  '--declarations': 'one',
  '--engine': 'one',
  '--checksums': 'nothing',
  '--products': 'several',
  '--classifications': 'several',
  '--languages': 'several',
  '--root': 'several',
  '--allow-unsigned': 'one',
};
type Command = 'scan' | 'explain' | 'catalog diff';
const options: Readonly<Record<Command, Readonly<Record<string, Takes>>>> = {
  scan: { ...input, '--out': 'one', '--all': 'nothing' },
  explain: { ...input, '--machine': 'one', '--update': 'one', '--json': 'nothing' },
  'catalog diff': { '--json': 'nothing', '--root': 'several', '--allow-unsigned': 'one' },
};

const seeHelp = 'See "npm run -s cli -- --help".';

/** Gathers the values of every option, in the order given; says what is wrong by `UsageError`. */
function gather(command: Command, words: readonly string[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  /** The option that waits for values, and whether it has got one since it was named. */
  let open: { readonly name: string; readonly list: string[]; served: boolean } | null = null;
  for (const word of words) {
    if (word.startsWith('-') && word !== '-') {
      if (open !== null && !open.served) throw missing(open.name);
      const [name = '', ...rest] = word.split('=');
      const takes = kindOf(command, name);
      if (takes !== 'several' && values.has(name))
        throw new UsageError(`"${name}" is given twice: give it once.`);
      const list = values.get(name) ?? [];
      values.set(name, list);
      open = takes === 'nothing' ? null : { name, list, served: false };
      if (rest.length === 0) continue;
      if (open === null) throw new UsageError(`"${name}" takes no value: give it alone.`);
      list.push(rest.join('='));
      open.served = true;
    } else {
      if (open === null || (open.served && kindOf(command, open.name) === 'one')) {
        throw new UsageError(
          `"${word}" belongs to no option: put --catalog or --inventory before a path. ${seeHelp}`,
        );
      }
      open.list.push(word);
      open.served = true;
    }
  }
  if (open !== null && !open.served) throw missing(open.name);
  return values;
}

function kindOf(command: Command, name: string): Takes {
  const known = options[command];
  const takes = known[name];
  if (takes !== undefined) return takes;
  throw new UsageError(
    `"${name}" is no option of ${command}: it has ${Object.keys(known).join(', ')}. ` +
      `A path that starts with "-" is given as "./-…". ${seeHelp}`,
  );
}

function missing(option: string): UsageError {
  return new UsageError(`"${option}" needs a value after it. ${seeHelp}`);
}

function needed(values: Map<string, string[]>, option: string, what: string): string[] {
  const given = values.get(option);
  if (given === undefined) throw new UsageError(`"${option}" is missing: ${what}. ${seeHelp}`);
  const empty = given.find((value) => value === '');
  if (empty !== undefined) throw new UsageError(`"${option}" has an empty value: ${what}.`);
  return given;
}

/** A reason has some letters: it is kept in the result. */
function reasonIn([reason = '']: readonly string[]): string {
  if (reason.trim().length >= 3) return reason.trim();
  throw new UsageError('"--allow-unsigned" needs a reason of a few words, in quotes.');
}

function isEngine(text: string): text is EngineId {
  return engineIds.some((id) => id === text);
}

/** What signatures of catalogs may end at. */
function trustIn(values: Map<string, string[]>): TrustPaths {
  return {
    roots: values.has('--root') ? needed(values, '--root', 'give files with root certificates') : [],
    allowUnsigned: values.has('--allow-unsigned')
      ? reasonIn(needed(values, '--allow-unsigned', 'give the reason in quotes'))
      : null,
  };
}

/** `catalog diff A B`, then options: the older edition first. */
function parseCatalog(words: readonly string[]): DiffArguments {
  const [verb, ...rest] = words;
  if (verb !== 'diff') {
    throw new UsageError(`"catalog" needs a word after it: give catalog diff FILE FILE. ${seeHelp}`);
  }
  const first = rest.findIndex((word) => word.startsWith('-'));
  const paths = first < 0 ? rest : rest.slice(0, first);
  const values = gather('catalog diff', first < 0 ? [] : rest.slice(first));
  const [older, newer, ...more] = paths;
  if (older === undefined || newer === undefined || more.length > 0 || older === '' || newer === '') {
    throw new UsageError(
      '"catalog diff" takes two catalog files, before any option: the older edition, then the newer one.',
    );
  }
  return { command: 'catalog-diff', older, newer, json: values.has('--json'), ...trustIn(values) };
}

/**
 * Reads the words after the program's name. Throws `UsageError` where they make no sense.
 * An option that takes several paths takes all words up to the next option and may be repeated.
 */
export function parseArguments(words: readonly string[]): Arguments {
  if (words.includes('--help') || words.includes('-h') || words[0] === 'help') return { command: 'help' };
  if (words[0] === '--version' || words[0] === '-V') return { command: 'version' };
  const [command, ...rest] = words;
  if (command === 'catalog') return parseCatalog(rest);
  if (command !== 'scan' && command !== 'explain') {
    const said = command === undefined ? 'No command is given' : `"${command}" is no command`;
    throw new UsageError(`${said}: give scan, explain or catalog diff. ${seeHelp}`);
  }
  const values = gather(command, rest);
  const engine = values.get('--engine')?.[0] ?? 'wasm';
  if (!isEngine(engine)) {
    throw new UsageError(`"${engine}" is no engine: give one of ${engineIds.join(', ')}.`);
  }
  const common = {
    catalogs: needed(values, '--catalog', 'give catalog files, or folders with them'),
    inventories: needed(values, '--inventory', 'give inventory files, or folders with them'),
    ubr: values.has('--ubr')
      ? (needed(values, '--ubr', 'give a CSV file with machine,ubr')[0] ?? null)
      : null,
    declarations: values.has('--declarations')
      ? (needed(values, '--declarations', 'give a JSON file of declarations')[0] ?? null)
      : null,
    engine,
    checksums: values.has('--checksums'),
    scope: readScope(values),
    ...trustIn(values),
  };
  if (command === 'scan') {
    const out = values.has('--out')
      ? needed(values, '--out', 'give a file, or - for standard output')[0]
      : '-';
    return { command, ...common, out: out ?? '-', all: values.has('--all') };
  }
  const [machine = ''] = needed(values, '--machine', 'give the name of a machine');
  const [update = ''] = needed(values, '--update', 'give the id of an update, such as msrc:KB5034768');
  return { command, ...common, machine, update, json: values.has('--json') };
}
