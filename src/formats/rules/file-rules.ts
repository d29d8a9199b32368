import type { FilePath, Rule, RuleLeaf } from '../../domain/index.ts';
import { utcDateTime } from './date-time.ts';
import type { Fields } from './fields.ts';
import { readValuePath } from './registry-path.ts';
import type { RuleEntries, RuleEntry, RulePlace } from './rule-entry.ts';

const maxCsidl = 0xffff;

type PathReader = (fields: Fields, place: RulePlace) => FilePath;

/** Path under a numbered folder, or absolute without one. */
const plainPath: PathReader = (fields) => {
  const csidl = fields.optionalNumber('Csidl', 0, maxCsidl);
  return {
    base: csidl === null ? { from: 'absolute' } : { from: 'csidl', csidl },
    path: fields.filled('Path'),
  };
};

/** Path under the folder a registry text names. */
const registryPath: PathReader = (fields, place) => ({
  base: { from: 'registry', value: readValuePath(fields, place) },
  path: fields.filled('Path'),
});

function optionalTime(fields: Fields, name: string): string | null {
  const value = fields.optionalText(name);
  if (value === null) return null;
  const time = utcDateTime(value);
  if (time === null) fields.fail(`${name} "${value.slice(0, 60)}" is not a date`);
  return time;
}

function time(fields: Fields, name: string): string {
  fields.text(name);
  return optionalTime(fields, name) ?? '';
}

type LeafReader = (fields: Fields, path: FilePath) => RuleLeaf;

const questions: Readonly<Record<string, LeafReader>> = {
  FileExists: (fields, path) => ({
    kind: 'file-exists',
    path,
    version: fields.optionalVersion('Version'),
    created: optionalTime(fields, 'Created'),
    modified: optionalTime(fields, 'Modified'),
    size: fields.optionalNumber('Size', 0, Number.MAX_SAFE_INTEGER),
    language: fields.optionalNumber('Language', 0, 0xffff),
  }),
  FileVersion: (fields, path) => ({
    kind: 'file-version',
    path,
    comparison: fields.comparison(),
    version: fields.version('Version'),
  }),
  FileCreated: (fields, path) => ({
    kind: 'file-time',
    path,
    which: 'created',
    comparison: fields.comparison(),
    time: time(fields, 'Created'),
  }),
  FileModified: (fields, path) => ({
    kind: 'file-time',
    path,
    which: 'modified',
    comparison: fields.comparison(),
    time: time(fields, 'Modified'),
  }),
  FileSize: (fields, path) => ({
    kind: 'file-size',
    path,
    comparison: fields.comparison(),
    size: fields.number('Size', 0, Number.MAX_SAFE_INTEGER),
  }),
};

function entry(read: LeafReader, path: PathReader): RuleEntry {
  return (fields, place): Rule => ({ op: 'leaf', leaf: read(fields, path(fields, place)) });
}

/** File rules and their forms under a folder from the registry (applicability rules, section 3). */
export const fileRules: RuleEntries = Object.fromEntries(
  Object.entries(questions).flatMap(([name, read]) => [
    [name, entry(read, plainPath)],
    [`${name}PrependRegSz`, entry(read, registryPath)],
  ]),
);
