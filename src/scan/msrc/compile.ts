/** Compiles every (KB, product) pair of the imported documents to an ordered list of clauses. */
import type { MsrcDocument, CatalogWarning, Clause, Decision, UpdateRules } from '../../domain/index.ts';
import { hotfix, proven } from '../rules.ts';
import { notUnderstoodClauses, outsideClauses } from './applicable.ts';
import { contextOf } from './context.ts';
import type { Context } from './context.ts';
import { containedClauses, containedInRollup, rollupClauses } from './earlier-clauses.ts';
import type { Pair } from './pairs.ts';
import { cumulativeClauses, hotpatchClauses, standAloneClauses } from './windows10-clauses.ts';

/** Update id of a KB. */
export function updateIdOf(kb: number): string {
  return `msrc:KB${String(kb)}`;
}
/** Update id of a click-to-run pseudo-update: one a month, product and channel (section 2). */
export function clickToRunIdOf(document: string, productId: string): string {
  return `msrc:C2R-${document}-${productId}`;
}

/** Rules of every update, sorted by id (code units); `context` is what they were compiled from. */
export function compileRules(documents: readonly MsrcDocument[]): {
  readonly updates: readonly UpdateRules[];
  readonly context: Context;
  readonly warnings: readonly CatalogWarning[];
} {
  const context = contextOf(documents);
  const parts = new Map<number, Decision[]>();
  for (const pair of context.pairs) {
    const decision = {
      subject: `${pair.product.id} ${pair.product.name}`,
      clauses: clausesOf(pair, context),
    };
    const group = parts.get(pair.kb);
    if (group === undefined) parts.set(pair.kb, [decision]);
    else group.push(decision);
  }
  const updates: UpdateRules[] = [...parts.entries()].map(([kb, decisions]) => ({
    update: updateIdOf(kb),
    first: listedClause(kb),
    parts: decisions,
  }));
  for (const document of context.documents) {
    for (const { productId } of document.clickToRun) {
      const product = context.products.get(productId);
      const name = (product?.name ?? productId).trim().replace(/\s+/g, ' ');
      const family = product?.family ?? null;
      const clickToRun = { name, family, versions: [], blocker: 'channel-table' } as const;
      updates.push({
        update: clickToRunIdOf(document.id, productId),
        first: null,
        parts: [{ subject: `${productId} ${name}`, clauses: outsideClauses(clickToRun) }],
      });
    }
  }
  return {
    updates: updates.sort((a, b) => (a.update < b.update ? -1 : a.update > b.update ? 1 : 0)),
    context,
    warnings: [...context.kinds.warnings, ...buildWarnings(context), ...nameWarnings(context)],
  };
}

/** Section 2, identity: the KB itself in a machine's list is Installed, for components too. */
function listedClause(kb: number): Clause {
  return {
    when: proven(hotfix(kb)),
    state: 'Installed',
    reason: 'kb-listed',
    grade: 'listed',
    source: 'msrc-cvrf 2',
    by: kb,
  };
}

function clausesOf(pair: Pair, context: Context): readonly Clause[] {
  const { meaning, family } = pair.product;
  const { versions } = pair;
  switch (meaning.kind) {
    case 'outside':
      return outsideClauses({ name: meaning.name, family, versions, blocker: 'product-presence' });
    case 'not-understood':
      return notUnderstoodClauses(meaning.name);
    case 'never-a-pc':
      return [
        ...context.guards(pair.product),
        // Never asked: the product matches no machine.
        ...outsideClauses({ name: pair.product.name, family, versions, blocker: 'product-presence' }),
      ];
    case 'component':
      return [
        ...context.guards(pair.product),
        ...componentClauses(pair, context),
        ...outsideClauses({ name: meaning.component, family, versions, blocker: 'component-version' }),
      ];
    case 'os':
      return [...context.guards(pair.product), ...osClauses(pair, context)];
  }
}

function componentClauses(pair: Pair, context: Context): readonly Clause[] {
  const kind = context.kinds.of(pair);
  return kind === 'security-only' || kind === 'ie-cumulative' ? containedInRollup(pair, context) : [];
}

function osClauses(pair: Pair, context: Context): readonly Clause[] {
  switch (context.kinds.of(pair)) {
    case 'cumulative':
      return cumulativeClauses(pair, context);
    case 'hotpatch':
      return hotpatchClauses(pair, context);
    case 'rollup':
      return rollupClauses(pair, context);
    case 'security-only':
    case 'ie-cumulative':
      return containedClauses(pair, context);
    case 'stand-alone':
      return standAloneClauses(pair, context);
  }
}

function buildWarnings(context: Context): CatalogWarning[] {
  return context.pairs
    .filter((pair) => pair.outsideBuilds.length > 0 && pair.product.meaning.kind === 'os')
    .map((pair) => ({
      code: 'fixed-build-outside-family',
      details: {
        document: pair.outsideIn ?? '',
        kb: pair.kb,
        product: pair.product.name,
        builds: pair.outsideBuilds.join(', '),
      },
    }));
}

function nameWarnings(context: Context): CatalogWarning[] {
  return [...context.products.values()]
    .filter(({ meaning }) => meaning.kind === 'not-understood')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name }) => ({ code: 'product-name-not-understood', details: { product: name, id } }));
}
