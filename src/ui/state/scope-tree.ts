import type { MuChoice, MuLanguageChoice, MuProductChoice, ScopeChoices } from '../../domain/index.ts';
import type { CheckNode } from '../parts/check-tree.ts';

/** Named ones by name, the others behind them. */
function inOrder<Choice extends MuChoice>(choices: readonly Choice[]): readonly Choice[] {
  return [...choices].sort(
    (a, b) =>
      Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  );
}

function leaf({ id, name, updates }: MuChoice, under = ''): CheckNode {
  return { key: `${under}${id}`, id, label: name || id, count: updates, nameless: name === '' };
}

/**
 * Products below their families; one of two families stands below both.
 *
 * @param noFamily heading of products whose updates name no family
 */
export function productNodes(
  { families, products }: Pick<ScopeChoices, 'families' | 'products'>,
  noFamily: string,
): readonly CheckNode[] {
  const under = (family: string): readonly MuProductChoice[] =>
    inOrder(products.filter((product) => product.families.includes(family)));
  const listed = inOrder(families).flatMap((family): readonly CheckNode[] => {
    const children = under(family.id).map((product) => leaf(product, `${family.id}/`));
    return children.length === 0 ? [] : [{ ...leaf(family), children }];
  });
  const known = new Set(families.map(({ id }) => id));
  const others = inOrder(products.filter((product) => !product.families.some((id) => known.has(id))));
  if (others.length === 0) return listed;
  const count = others.reduce((sum, { updates }) => sum + updates, 0);
  const rest = { key: '/', id: '', label: noFamily, count, nameless: false };
  return [...listed, { ...rest, children: others.map((product) => leaf(product, '/')) }];
}

export function classificationNodes({ classifications }: Pick<ScopeChoices, 'classifications'>) {
  return inOrder(classifications).map((choice) => leaf(choice));
}

/**
 * @param locale language of the names, as BCP 47
 * @param first ids that stand before all others
 */
export function languageNodes(
  languages: readonly MuLanguageChoice[],
  locale: string,
  first: readonly string[],
): readonly CheckNode[] {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  const nameOf = (id: string): string => {
    try {
      return names.of(id) ?? id;
    } catch {
      return id; // A folder name that is no language tag.
    }
  };
  return languages
    .map(({ id, texts }) => ({ key: id, id, label: `${nameOf(id)} (${id})`, count: texts, nameless: false }))
    .sort(
      (a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)) || a.label.localeCompare(b.label),
    );
}

/** What matches a search: a heading that matches keeps everything below it. */
export function matchingNodes(nodes: readonly CheckNode[], search: string): readonly CheckNode[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return nodes;
  return nodes.flatMap((node): readonly CheckNode[] => {
    if (node.label.toLowerCase().includes(wanted)) return [node];
    const children = matchingNodes(node.children ?? [], wanted);
    return children.length === 0 ? [] : [{ ...node, children }];
  });
}
