/** What there is to choose in an invented catalog: 3 families, 62 products, 2 of them without a name. */
import { ok, reject } from '../../src/domain/index.ts';
import type { Result, ScopeChoices } from '../../src/domain/index.ts';
import type { ScopeRequest } from '../../src/tasks/engine.ts';

const guidOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const familyNames = ['Windows', 'Office', 'Developer Tools, Runtimes, and Redistributables'];
const family = (at: number) => guidOf(100 + (at % familyNames.length));
const nameOf = (at: number, allNames: boolean): string =>
  at >= 60 && !allNames ? '' : `Product ${String(at).padStart(2, '0')} of an invented maker`;

export const fakeProduct = (at: number): string => guidOf(200 + at);
export const fakeClassification = (at: number): string => guidOf(300 + at);

function choicesOf(allNames: boolean): ScopeChoices {
  const products = Array.from({ length: 62 }, (_, at) => ({
    id: fakeProduct(at),
    name: nameOf(at, allNames),
    updates: 100 - at,
    families: [family(at)],
  }));
  const kinds = ['Security Updates', 'Service Packs', 'Update Rollups'];
  const groups = products.flatMap(({ id, updates }) => [
    { products: [id], classifications: [fakeClassification(0)], updates: updates - 10 },
    { products: [id], classifications: [fakeClassification(1)], updates: 10 },
  ]);
  const sumOf = (kind: string) =>
    groups.filter((g) => g.classifications.includes(kind)).reduce((sum, g) => sum + g.updates, 0);
  return {
    updates: groups.reduce((sum, { updates }) => sum + updates, 0),
    products,
    families: familyNames.map((name, at) => ({
      id: family(at),
      name,
      updates: products
        .filter(({ families }) => families.includes(family(at)))
        .reduce((sum, { updates }) => sum + updates, 0),
    })),
    classifications: kinds.map((name, at) => ({
      id: fakeClassification(at),
      name,
      updates: sumOf(fakeClassification(at)),
    })),
    languages: ['de', 'en', 'fr', 'ja', 'zh-cn'].map((id, at) => ({ id, texts: 4000 - at * 7 })),
    groups,
    parts: { read: allNames ? 9 : 8, all: 9 },
  };
}

/** A file called `unsigned` is refused as long as nobody gives a reason. */
export function fakeChoices({ name }: File, { reason, allNames }: ScopeRequest): Result<ScopeChoices> {
  if (name.includes('unsigned') && reason === '')
    return reject('signature-not-proven', name, '', { because: 'unsigned' });
  return ok(choicesOf(allNames));
}
