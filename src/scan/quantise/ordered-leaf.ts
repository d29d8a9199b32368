/**
 * Leaves that compare one ordered value with a constant. Leaves about the same value share a subject:
 * their constants are its boundaries, and a machine's value is told by how many boundaries it reaches.
 * What a value is, and what a missing one answers, says `truthOfLeaf` alone: boundaries are found by
 * asking it with the constant replaced.
 */
import { isUint32 } from '../leaves/compare.ts';
import type { Constants } from './constants.ts';
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
  /** Its number in the `Constants` of the catalog. */
  readonly constant: number;
}

const separator = '\u0000';

/**
 * Null for leaves that compare nothing, or with a constant that has no plain order. The product type of
 * the operating system is left out: of a server it may be known as one of two, which is no level.
 */
export function orderedLeaf(leaf: Leaf, constants: Constants): OrderedLeaf | null {
  const numeric = (name: string, comparison: ScalarComparison, value: number) =>
    compared(leaf.kind, name, comparison, constants.number(value));
  switch (leaf.kind) {
    case 'ubr':
      return numeric('', leaf.comparison === '=' ? 'EqualTo' : 'GreaterThanOrEqualTo', leaf.value);
    case 'hotfixes-below':
      return numeric('', 'LessThan', leaf.kb);
    case 'reg-dword':
      // Another number is not understood, whatever the value is.
      return isUint32(leaf.data) ? numeric(registryValue(leaf.path), leaf.comparison, leaf.data) : null;
    case 'system-metric':
      return numeric(String(leaf.index), leaf.comparison, leaf.value);
    case 'number-of-processors':
      return numeric('', leaf.comparison, leaf.number);
    case 'os-number':
      return leaf.name === 'productType' ? null : numeric(leaf.name, leaf.comparison, leaf.value);
    case 'license-dword':
      return isUint32(leaf.data) ? numeric(leaf.name, leaf.comparison, leaf.data) : null;
    case 'reg-version': {
      const constant = constants.version(leaf.data);
      return compared(leaf.kind, registryValue(leaf.path), leaf.comparison, constant);
    }
    case 'file-size':
      return ofFile(leaf.kind, leaf, constants.number(leaf.size));
    case 'file-version':
      return ofFile(leaf.kind, leaf, constants.version(leaf.version));
    case 'file-time':
      return ofFile(`${leaf.kind}${separator}${leaf.which}`, leaf, constants.time(leaf.time));
    default:
      return null;
  }
}

/** @param constant null: there is no plain order */
function compared(
  group: string,
  name: string,
  comparison: ScalarComparison,
  constant: number | null,
): OrderedLeaf | null {
  return constant === null ? null : { group, name, comparison, constant };
}

function ofFile(
  kind: string,
  { path, comparison }: { readonly path: FilePath; readonly comparison: ScalarComparison },
  constant: number | null,
): OrderedLeaf | null {
  return compared(groupOf(kind, path), path.path, comparison, constant);
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
