export { checkCabinet } from './check-cabinet.ts';
export type { CheckContext } from './check-cabinet.ts';
export { signatureLimits } from './limits.ts';
export { readRoots, trustedCertificates } from './roots.ts';
export type { RootCertificate, RootsOfFile } from './roots.ts';
export { verifyCatalogFile } from './verify-catalog-file.ts';
