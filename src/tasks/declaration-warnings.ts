import { isDeclaredOf } from '../domain/index.ts';
import type { Declaration } from '../domain/index.ts';
import type { DeclarationWarning } from '../formats/scan-json/index.ts';
import type { Model } from './model.ts';

/** What is to be told of declarations: over, contradicting each other or a listed KB, of no known product. */
export function declarationWarnings(
  declarations: readonly Declaration[],
  { declared }: Pick<Model, 'declared'>,
): readonly DeclarationWarning[] {
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  const { conflicts, refuted, products } = declared;
  return [
    ...declarations
      .filter(({ expired }) => expired)
      .map((each) =>
        warning('declaration-expired', { product: nameOf(each), by: each.by, until: each.until }),
      ),
    ...declarations.flatMap((each) =>
      unknownIn(each, products).map((product) =>
        warning('declared-product-not-known', { product, by: each.by }),
      ),
    ),
    ...conflicts.flatMap(({ declaration, other, machines }) => {
      const [a, b] = [byId.get(declaration), byId.get(other)];
      if (!a || !b) return [];
      return [warning('declarations-contradict', { product: nameOf(a), by: a.by, other: b.by, machines })];
    }),
    ...refuted.flatMap(({ declaration, machine, product, kb }) => {
      const by = byId.get(declaration)?.by ?? '';
      return [warning('declaration-refuted', { machine, product, kb, by })];
    }),
  ];
}

function warning(
  code: DeclarationWarning['code'],
  details: DeclarationWarning['details'],
): DeclarationWarning {
  return { code, details };
}

function nameOf({ family, products }: Declaration): string {
  return family ?? products.join('; ');
}

function unknownIn(declaration: Declaration, products: Model['declared']['products']): readonly string[] {
  const parts =
    declaration.family === null
      ? declaration.products.map((name) => ({ products: [name], family: null }))
      : [{ products: [], family: declaration.family }];
  return parts
    .filter((part) => !products.some((product) => isDeclaredOf(part, product)))
    .map((part) => part.family ?? part.products[0] ?? '');
}
