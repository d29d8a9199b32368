import type { Leaf } from '../domain/index.ts';

/** One key a distinct question. */
export function leafKey(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'hotfix':
    case 'hotfixes-below':
      return `${leaf.kind} ${String(leaf.kb)}`;
    case 'os-build':
      return `${leaf.kind} ${leaf.builds.join(' ')}`;
    case 'os-build-known':
      return leaf.kind;
    case 'os-service-pack':
      return `${leaf.kind} ${String(leaf.servicePack)}`;
    case 'os-role':
      return `${leaf.kind} ${leaf.role}`;
    case 'os-architecture':
      return `${leaf.kind} ${leaf.architecture}`;
    case 'os-installation':
      return `${leaf.kind} ${leaf.installation}`;
    case 'ubr':
      return `${leaf.kind} ${leaf.comparison} ${String(leaf.value)}`;
    case 'product':
      return JSON.stringify([leaf.kind, leaf.blocker, leaf.product, leaf.family]);
    case 'product-version':
      return JSON.stringify([leaf.kind, leaf.blocker, leaf.product, leaf.family, leaf.version]);
    case 'not-understood':
      return `${leaf.kind} ${leaf.name}`;
    case 'cbs-package-installed':
      return `${leaf.kind} ${leaf.identity}`;
    case 'catalog-product':
      // A product has no line break, and service packs have none: whatever has one is written out in full.
      return leaf.servicePacks.length > 0 || `${leaf.source}${leaf.product}`.includes('\n')
        ? JSON.stringify(leaf)
        : `${leaf.kind} ${leaf.source}\n${leaf.product}`;
    default:
      return JSON.stringify(leaf);
  }
}
