export { checkCabinet } from './check-cabinet.ts';
export type { CheckContext } from './check-cabinet.ts';
export { hashCabinet } from './hash-cabinet.ts';
export type { HashedCabinet } from './hash-cabinet.ts';
export { signatureLimits } from './limits.ts';
export { readRoots, trustedCertificates } from './roots.ts';
export type { RootCertificate, RootsOfFile } from './roots.ts';
export { hashCatalogFile, verifyCatalogFile } from './verify-catalog-file.ts';
export type { HashedCatalog } from './verify-catalog-file.ts';
