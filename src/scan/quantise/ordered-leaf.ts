/**
 * Leaves that compare one ordered value with a constant. Leaves about the same value share a subject:
 * their constants are its boundaries, and a machine's value is told by how many boundaries it reaches.
 * What a value is, and what a missing one answers, says `truthOfLeaf` alone: boundaries are found by
 * asking it with the constant replaced.
 */
import { isUint32 } from '../leaves/compare.ts';
import { orderOfTimes, parseTime } from '../leaves/file-time.ts';
import type { Instant } from '../leaves/file-time.ts';
import { orderOfVersionKeys, versionKey } from './version-key.ts';
import type { VersionKey } from './version-key.ts';
import type { FilePath, Leaf, RegistryValuePath, ScalarComparison } from '../../domain/index.ts';

/** What an ordered leaf compares with: numbers, versions and times have an order of their own. */
export interface Boundary {
  readonly constant: number | string;
  /** False: the value is at least the constant. True: it is above it. */
  readonly above: boolean;
}

export interface OrderedLeaf {
  /** Kind of value, and which one: both equal for leaves that compare the same value. */
  readonly group: string;
  readonly name: string;
  readonly comparison: ScalarComparison;
  readonly constant: number | string;
  /** The constant in the form in which it is compared. */
  readonly key: OrderKey;
}

const separator = '\u0000';

/**
 * Null for leaves that compare nothing, or with a constant that has no plain order. The product type of
 * the operating system is left out: of a server it may be known as one of two, which is no level.
 */
export function orderedLeaf(leaf: Leaf): OrderedLeaf | null {
  switch (leaf.kind) {
    case 'ubr':
      return numeric(leaf.kind, '', leaf.comparison === '=' ? 'EqualTo' : 'GreaterThanOrEqualTo', leaf.value);
    case 'hotfixes-below':
      return numeric(leaf.kind, '', 'LessThan', leaf.kb);
    case 'reg-dword':
      // Another number is not understood, whatever the value is.
      if (!isUint32(leaf.data)) return null;
      return numeric(leaf.kind, registryValue(leaf.path), leaf.comparison, leaf.data);
    case 'system-metric':
      return numeric(leaf.kind, String(leaf.index), leaf.comparison, leaf.value);
    case 'number-of-processors':
      return numeric(leaf.kind, '', leaf.comparison, leaf.number);
    case 'os-number':
      if (leaf.name === 'productType') return null;
      return numeric(leaf.kind, leaf.name, leaf.comparison, leaf.value);
    case 'license-dword':
      if (!isUint32(leaf.data)) return null;
      return numeric(leaf.kind, leaf.name, leaf.comparison, leaf.data);
    case 'file-size':
      return numeric(groupOf(leaf.kind, leaf.path), leaf.path.path, leaf.comparison, leaf.size);
    case 'reg-version':
      return versioned(leaf.kind, registryValue(leaf.path), leaf.comparison, leaf.data);
    case 'file-version':
      return versioned(groupOf(leaf.kind, leaf.path), leaf.path.path, leaf.comparison, leaf.version);
    case 'file-time': {
      const key = parseTime(leaf.time);
      const group = groupOf(`${leaf.kind}${separator}${leaf.which}`, leaf.path);
      const { comparison, time: constant } = leaf;
      return key === null ? null : { group, name: leaf.path.path, comparison, constant, key };
    }
    default:
      return null;
  }
}

function numeric(
  group: string,
  name: string,
  comparison: ScalarComparison,
  constant: number,
): OrderedLeaf | null {
  return Number.isFinite(constant) ? { group, name, comparison, constant, key: constant } : null;
}

function versioned(
  group: string,
  name: string,
  comparison: ScalarComparison,
  constant: string,
): OrderedLeaf | null {
  const key = versionKey(constant);
  return key === null ? null : { group, name, comparison, constant, key };
}

function registryValue({ root, view, key, value }: RegistryValuePath): string {
  return `${separator}${root}${separator}${view}${separator}${key}${separator}${value}`;
}

/** Files of one base are a group; their paths are what tells them apart. */
function groupOf(kind: string, { base }: FilePath): string {
  switch (base.from) {
    case 'absolute':
      return kind;
    case 'csidl':
      return `${kind}${separator}${String(base.csidl)}`;
    case 'folder':
      return `${kind}${separator}${base.name}${separator}folder`;
    case 'registry':
      return `${kind}${registryValue(base.value)}${separator}`;
  }
}

/** A constant in the form in which constants of its kind are compared. */
export type OrderKey = number | VersionKey | Instant;

/** Below, at or above zero; both keys of one kind of leaf. */
export function compareKeys(a: OrderKey, b: OrderKey): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  if ('seconds' in a || 'seconds' in b) return orderOfTimes(a as Instant, b as Instant);
  return orderOfVersionKeys(a, b);
}

/** The same question with another comparison. Both as of leaves of the subject of `like`. */
export function askedWith(like: Leaf, comparison: ScalarComparison, constant: number | string): Leaf {
  switch (like.kind) {
    case 'number-of-processors':
      return { ...like, comparison, number: constant as number };
    case 'reg-dword':
    case 'license-dword':
      return { ...like, comparison, data: constant as number };
    case 'system-metric':
    case 'os-number':
      return { ...like, comparison, value: constant as number };
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
