import type { CatalogWarning, Update, UpdateRules } from '../domain/index.ts';

/**
 * What the compiler of one catalog source yields. Compilers of several sources are joined into one
 * `CompiledCatalog`; ids of different sources never collide, each begins with its source.
 */
export interface SourceCompilation {
  /** In code unit order of their ids. */
  readonly updates: readonly Update[];
  /** Same order, same ids. */
  readonly rules: readonly UpdateRules[];
  readonly warnings: readonly CatalogWarning[];
}
