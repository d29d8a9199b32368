/**
 * What the site declared of a product on a machine (msrc-cvrf, section 3). Declarations that contradict each
 * other, or that a listed KB contradicts, answer nothing. Plain loops: also runs in an old script engine.
 */
import type { DeclaredAnswer, Machine, MsrcLeaf, Truth } from '../../domain/index.ts';

export type ProductLeaf = Extract<MsrcLeaf, { readonly kind: 'product' | 'product-version' }>;

export interface DeclaredProduct {
  readonly says: 'nothing' | 'absent' | 'present' | 'contradiction';
  readonly version: string | null;
  /** The declarations about the product, those that contradict each other too. */
  readonly answers: readonly DeclaredAnswer[];
}

export function declaredProduct(leaf: ProductLeaf, machine: Machine): DeclaredProduct {
  const answers: DeclaredAnswer[] = [];
  const declared = machine.declared;
  if (declared === undefined) return { says: 'nothing', version: null, answers };
  const product = leaf.product.toLowerCase();
  const family = leaf.family === null ? null : leaf.family.toLowerCase();
  for (const answer of declared.answers) {
    if (answer.family === null ? holds(answer.products, product) : answer.family === family)
      answers.push(answer);
  }
  let says: DeclaredProduct['says'] = 'nothing';
  let version: string | null = null;
  for (const answer of answers) {
    if (says === 'nothing') says = answer.says;
    if (says !== answer.says) says = 'contradiction';
    if (version === null) version = answer.version;
    else if (answer.version !== null && answer.version !== version) says = 'contradiction';
  }
  if (says === 'absent' && holds(declared.refuted, product)) says = 'contradiction';
  return { says, version: says === 'present' ? version : null, answers };
}

export function truthOfProduct(leaf: ProductLeaf, machine: Machine): Truth {
  const { says } = declaredProduct(leaf, machine);
  return says === 'present' ? 'true' : says === 'absent' ? 'false' : 'unknown';
}

export function truthOfDeclaredVersion(
  leaf: Extract<ProductLeaf, { readonly kind: 'product-version' }>,
  machine: Machine,
): Truth {
  const { version } = declaredProduct(leaf, machine);
  return version === null ? 'unknown' : reaches(version, leaf.version, leaf.product);
}

/**
 * Whether a version is one fixed or a later one of the same branch. Builds of two branches do not order by
 * number: of SQL Server the thousands of the third number tell them apart (2022: GDR 16.0.1165, CU 16.0.4230),
 * of Exchange the whole third number is the cumulative update (15.2.1544).
 */
function reaches(version: string, fixed: string, product: string): Truth {
  const own = version.split('.');
  const wanted = fixed.split('.');
  const step = /sql server/i.test(product) ? 1000 : 1;
  if (Number(own[0]) !== Number(wanted[0]) || Number(own[1]) !== Number(wanted[1])) return 'unknown';
  if (Math.floor(Number(own[2]) / step) !== Math.floor(Number(wanted[2]) / step)) return 'unknown';
  for (let i = 2; i < 4; i++) {
    const difference = Number(own[i]) - Number(wanted[i]);
    if (difference !== 0) return difference > 0 ? 'true' : 'false';
  }
  return 'true';
}

function holds(texts: readonly string[], wanted: string): boolean {
  for (const text of texts) if (text === wanted) return true;
  return false;
}
