import type { MsrcDocument, CatalogProduct, Remediation, Vulnerability } from '../../src/domain/index.ts';

/** One Vendor Fix of a made-up document: `kb` for every product named. */
export interface Fix {
  readonly kb: number;
  readonly products: readonly string[];
  readonly subType?: string;
  readonly build?: string | readonly string[];
  readonly supersedes?: readonly number[];
  readonly cves?: readonly string[];
}

export interface MadeDocument {
  readonly id: string;
  readonly fixes: readonly Fix[];
  /** Products named in the tree without a fix. */
  readonly alsoNamed?: readonly string[];
  /** Families by product name; Windows unless told. */
  readonly families?: Readonly<Record<string, string>>;
  readonly clickToRun?: readonly string[];
  readonly vulnerabilities?: readonly Vulnerability[];
}

/** A product id that depends on the name alone, as Microsoft's are stable across months. */
export function productId(name: string): string {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) % 999_983;
  return String(hash);
}

/** A folded document as the reader would give it, from a few words. */
export function catalogDocument(made: MadeDocument): MsrcDocument {
  const names = new Set([
    ...made.fixes.flatMap((fix) => fix.products),
    ...(made.alsoNamed ?? []),
    ...(made.clickToRun ?? []),
  ]);
  const products: CatalogProduct[] = [...names].map((name) => ({
    id: productId(name),
    name,
    family: made.families?.[name] ?? 'Windows',
  }));
  const remediations: Remediation[] = made.fixes.flatMap((fix) =>
    fix.products.map((name) => ({
      kb: fix.kb,
      productId: productId(name),
      subType: fix.subType ?? 'Security Update',
      fixedBuilds: typeof fix.build === 'string' ? [fix.build] : (fix.build ?? []),
      supersedes: fix.supersedes ?? [],
      restart: 'yes' as const,
      cves: fix.cves ?? [],
    })),
  );
  return {
    source: 'msrc',
    id: made.id,
    title: `${made.id} Security Updates`,
    revision: '1',
    initialReleaseDate: '',
    currentReleaseDate: `${made.id} edition`,
    file: `${made.id}.xml`,
    bytes: 0,
    sha256: made.id,
    products,
    vulnerabilities: made.vulnerabilities ?? [],
    remediations,
    clickToRun: (made.clickToRun ?? []).map((name) => ({ productId: productId(name), cves: [] })),
    knownIssues: [],
    counts: { vulnerabilities: 0, vendorFixes: 0, kbs: 0, kbProducts: 0, productElements: 0, products: 0 },
    warnings: [],
  };
}
