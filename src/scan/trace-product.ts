/** The trace of a question about a product: what the site declared, who, when and until when. */
import type { DeclaredAnswer, Evidence, Machine } from '../domain/index.ts';
import { declaredProduct } from './leaves/declared.ts';
import type { ProductLeaf } from './leaves/declared.ts';
import type { LeafTrace } from './leaves/trace-leaf.ts';

export function traceProduct(leaf: ProductLeaf, machine: Machine): LeafTrace {
  const { says, version, answers } = declaredProduct(leaf, machine);
  const wanted = leaf.kind === 'product' ? leaf.product : `${leaf.product} >= ${leaf.version}`;
  const evidence = answers.map(evidenceOf);
  const own = { kind: leaf.kind, wanted, evidence: evidence[0] ?? null };
  const others = evidence.length > 1 ? { others: evidence.slice(1) } : {};
  if (says === 'nothing') return { ...own, found: null, missing: leaf.blocker };
  if (says === 'contradiction')
    return { ...own, ...others, found: null, missing: 'declaration-contradicted' };
  if (leaf.kind === 'product') return { ...own, ...others, found: `declared ${says}`, missing: null };
  return { ...own, ...others, found: version, missing: version === null ? leaf.blocker : null };
}

/** A typed fact: no file, but who said it, from when until when, and why. */
function evidenceOf({ by, on, until, reason, version }: DeclaredAnswer): Evidence {
  const said = version === null ? reason : `${version}, ${reason}`;
  return { file: '', sha256: '', line: null, text: said.slice(0, 200), declared: { by, on, until } };
}
