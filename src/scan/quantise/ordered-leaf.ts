/**
 * Leaves that compare one ordered value with a constant. Leaves about the same value share a subject:
 * their constants are its boundaries, and a machine's value is told by how many boundaries it reaches.
 * What a value is, and what a missing one answers, says `truthOfLeaf` alone: boundaries are found by
 * asking it with the constant replaced.
 */
import type { FilePath, Leaf, RegistryValuePath, ScalarComparison } from '../../domain/index.ts';

/** What an ordered leaf compares with: numbers, versions and times have an order of their own. */
export interface Boundary {
  readonly constant: number | string;
  /** False: the value is at least the constant. True: it is above it. */
  readonly above: boolean;
}

export interface OrderedLeaf {
  /** Equal for leaves that compare the same value. */
  readonly subject: string;
  readonly comparison: ScalarComparison;
  readonly constant: number | string;
}

const separator = '\u0000';
const version = /^\d+(\.\d+){0,3}$/;

/** Null for leaves that compare nothing, or with a constant that has no plain order. */
export function orderedLeaf(leaf: Leaf): OrderedLeaf | null {
  switch (leaf.kind) {
    case 'ubr':
      return numeric(leaf.kind, leaf.comparison === '=' ? 'EqualTo' : 'GreaterThanOrEqualTo', leaf.value);
    case 'hotfixes-below':
      return numeric(leaf.kind, 'LessThan', leaf.kb);
    case 'reg-dword':
      return numeric(`${leaf.kind}${registryValue(leaf.path)}`, leaf.comparison, leaf.data);
    case 'system-metric':
      return numeric(`${leaf.kind}${separator}${String(leaf.index)}`, leaf.comparison, leaf.value);
    case 'number-of-processors':
      return numeric(leaf.kind, leaf.comparison, leaf.number);
    case 'license-dword':
      return numeric(`${leaf.kind}${separator}${leaf.name}`, leaf.comparison, leaf.data);
    case 'os-number':
      return numeric(`${leaf.kind}${separator}${leaf.name}`, leaf.comparison, leaf.value);
    case 'file-size':
      return numeric(`${leaf.kind}${filePath(leaf.path)}`, leaf.comparison, leaf.size);
    case 'reg-version':
      return versioned(`${leaf.kind}${registryValue(leaf.path)}`, leaf.comparison, leaf.data);
    case 'file-version':
      return versioned(`${leaf.kind}${filePath(leaf.path)}`, leaf.comparison, leaf.version);
    case 'file-time': {
      const subject = `${leaf.kind}${separator}${leaf.which}${filePath(leaf.path)}`;
      return Number.isNaN(Date.parse(leaf.time))
        ? null
        : { subject, comparison: leaf.comparison, constant: leaf.time };
    }
    default:
      return null;
  }
}

function numeric(subject: string, comparison: ScalarComparison, constant: number): OrderedLeaf | null {
  return Number.isFinite(constant) ? { subject, comparison, constant } : null;
}

function versioned(subject: string, comparison: ScalarComparison, constant: string): OrderedLeaf | null {
  return version.test(constant) ? { subject, comparison, constant } : null;
}

function registryValue({ root, view, key, value }: RegistryValuePath): string {
  return `${separator}${root}${separator}${view}${separator}${key}${separator}${value}`;
}

function filePath({ base, path }: FilePath): string {
  switch (base.from) {
    case 'absolute':
      return `${separator}${path}`;
    case 'csidl':
      return `${separator}${String(base.csidl)}${separator}${path}`;
    case 'folder':
      return `${separator}${base.name}${separator}folder${separator}${path}`;
    case 'registry':
      return `${registryValue(base.value)}${separator}${path}`;
  }
}

/** Place of a constant among those of its subject: numbers to be compared one after the other. */
export function orderOf(kind: Leaf['kind'], constant: number | string): readonly number[] {
  if (typeof constant === 'number') return [constant];
  if (kind === 'file-time') return [Date.parse(constant)];
  const parts = constant.split('.').map(Number);
  // 5.10 is 5.10.0.
  while (parts.at(-1) === 0) parts.pop();
  return parts;
}

/** The same question with another comparison. Both as of leaves of the subject of `like`. */
export function askedWith(like: Leaf, comparison: ScalarComparison, constant: number | string): Leaf {
  switch (like.kind) {
    case 'reg-dword':
    case 'license-dword':
      return { ...like, comparison, data: constant as number };
    case 'system-metric':
    case 'os-number':
      return { ...like, comparison, value: constant as number };
    case 'number-of-processors':
      return { ...like, comparison, number: constant as number };
    case 'file-size':
      return { ...like, comparison, size: constant as number };
    case 'reg-version':
      return { ...like, comparison, data: constant as string };
    case 'file-version':
      return { ...like, comparison, version: constant as string };
    case 'file-time':
      return { ...like, comparison, time: constant as string };
    default:
      throw new TypeError(`${like.kind} is not compared`);
  }
}
