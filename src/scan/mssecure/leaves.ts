import { machineKey } from '../../domain/index.ts';
import type { FilePath, Rule } from '../../domain/index.ts';
import { leaf, not, or } from '../rules.ts';
import type { Tables } from './tables.ts';
import type { PlacedPatch } from './tables.ts';

/** R2: the machine has an affected product at an affected service pack; no list = any. */
export function applies({ patch }: PlacedPatch, tables: Tables): Rule {
  return or(
    ...patch.affected.map(({ product, servicePacks }) => {
      const known = servicePacks.every((id) => tables.servicePacks.rows.has(id));
      // A service pack the file does not explain could be any: the patch itself is Unknown then.
      return leaf({
        kind: 'catalog-product',
        source: 'mssecure',
        product,
        servicePacks: known ? [...new Set(servicePacks)] : [],
      });
    }),
  );
}

/** R3: the value has to be there and equal; null for a key of another hive, which no inventory answers. */
export function registryHolds(location: string, value: string, data: string): Rule | null {
  const key = machineKey(location);
  if (key === null || key.key === '') return null;
  return leaf({ kind: 'reg-equals', path: { root: 'machine', ...key, value }, data });
}

/** Folder tokens are compared without case and without a backslash at their end (mssecure, section 3). */
export function filePath(folder: string, name: string): FilePath {
  const base = folder.trim().replace(/\\+$/, '');
  return base.startsWith('%')
    ? { base: { from: 'folder', name: base }, path: name }
    : { base: { from: 'absolute' }, path: `${base}\\${name}` };
}

export function fileExists(path: FilePath): Rule {
  return leaf({
    kind: 'file-exists',
    path,
    version: null,
    created: null,
    modified: null,
    size: null,
    language: null,
  });
}

export function versionAtLeast(path: FilePath, version: string): Rule {
  return leaf({ kind: 'file-version', path, comparison: 'GreaterThanOrEqualTo', version });
}

export function versionAbove(path: FilePath, version: string): Rule {
  return leaf({ kind: 'file-version', path, comparison: 'GreaterThan', version });
}

export function versionEqual(path: FilePath, version: string): Rule {
  return leaf({ kind: 'file-version', path, comparison: 'EqualTo', version });
}

export function checksumEqual(path: FilePath, checksum: string): Rule {
  return leaf({ kind: 'file-checksum', path, checksum });
}

/** Never true: unknown as long as the operand is, else false. */
export function open(of: Rule): Rule {
  return { op: 'and', of: [of, not(of)] };
}
