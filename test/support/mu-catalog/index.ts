export { planEdition } from './plan.ts';
export type { Edition, PlannedRevision } from './plan.ts';
export { catalogShape } from './shape.ts';
export type { CatalogRequest } from './shape.ts';
export { writeCatalog } from './write-catalog.ts';
export type { WrittenCatalog } from './write-catalog.ts';
