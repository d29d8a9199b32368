/** Parts that random leaves are made of: paths, bounds, patch metadata, over what the small worlds hold. */
import fc from 'fast-check';
import { scalarComparisons } from '../../src/domain/index.ts';
import type { FilePath, MsiBounds, RegistryKeyPath, RegistryValuePath } from '../../src/domain/index.ts';
import { worldFiles, worldKeys, worldPatches, worldProducts, worldValues } from './random-worlds.ts';

export const scalar = fc.constantFrom(...scalarComparisons);
export const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.constantFrom<(T | null)[]>(null, ...values);
export const versions = ['1.0', '1.9.0.0', '1.10.0.0', '2.5.0.1', '10.0.26200.1000'] as const;

export const roots = fc.constantFrom<RegistryKeyPath['root'][]>('machine', 'machine', 'machine', 'loop');
export const views = fc.constantFrom<RegistryKeyPath['view'][]>('native', 'native', 'wow32');
export const keys = fc
  .record({
    root: roots,
    view: views,
    key: fc.constantFrom(...worldKeys, 'software\\wow6432node\\A', 'B', ''),
  })
  .map((path): RegistryKeyPath => (path.root === 'loop' ? path : { ...path, key: path.key || 'SOFTWARE' }));
export const values: fc.Arbitrary<RegistryValuePath> = fc
  .tuple(keys, fc.constantFrom(...worldValues))
  .map(([path, value]) => ({ ...path, value }));

export const paths: fc.Arbitrary<FilePath> = fc
  .tuple(
    fc.oneof(
      fc.constant<FilePath['base']>({ from: 'csidl', csidl: 37 }),
      fc.constant<FilePath['base']>({ from: 'absolute' }),
      values.map((value): FilePath['base'] => ({ from: 'registry', value })),
    ),
    fc.constantFrom(...worldFiles),
  )
  .map(([base, name]) => ({
    base,
    path: base.from === 'absolute' ? `C:\\Windows\\System32\\${name}` : name,
  }));

export const bounds: fc.Arbitrary<MsiBounds> = fc.record({
  versionMin: maybe(['1.0', '1.10.3.0']),
  versionMax: maybe(['1.10.3', '2.0']),
  excludeMin: fc.boolean(),
  excludeMax: fc.boolean(),
  language: maybe([1033]),
});
export const products = fc.constantFrom(...worldProducts);
export const metadata = fc.record({
  patch: fc.constantFrom(...worldPatches),
  fallback: fc.subarray(['{Q2}']),
  products: fc.subarray([...worldProducts]),
  targets: fc.array(
    fc.record({
      productCode: maybe([...worldProducts]),
      version: fc.option(
        fc.record({
          comparison: fc.constantFrom('LessThan' as const, 'Equal' as const, 'None' as const),
          filter: fc.constantFrom('Major' as const, 'MajorMinorUpdate' as const),
          version: fc.constantFrom('1.0', '1.10.3'),
        }),
      ),
      language: maybe([1033]),
    }),
    { maxLength: 2 },
  ),
  obsoleted: fc.constant([]),
  sequence: fc.constant([]),
});
