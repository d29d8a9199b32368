import type { ProofNode } from './proof-tree.ts';

/** A node that can be seen now, with its place among its siblings. */
export interface ProofRow {
  readonly node: ProofNode;
  /** 1 at the top. */
  readonly level: number;
  readonly parent: ProofRow | null;
  readonly open: boolean;
}

/** The nodes that can be seen, from top to bottom. */
export function visibleRows(
  nodes: readonly ProofNode[],
  open: ReadonlySet<string>,
  parent: ProofRow | null = null,
): readonly ProofRow[] {
  return nodes.flatMap((node) => {
    const row = { node, level: (parent?.level ?? 0) + 1, parent, open: open.has(node.id) };
    return row.open ? [row, ...visibleRows(node.of(), open, row)] : [row];
  });
}

/** Lines a tree shows before anybody opens anything. */
const firstLines = 60;

/** What stands open at first: the deciding path, level by level, as far as it fits. */
export function firstOpen(roots: readonly ProofNode[]): ReadonlySet<string> {
  const open = new Set<string>();
  let lines = roots.length;
  let level = roots.filter((node) => node.decisive && node.kind !== 'rest');
  while (level.length > 0) {
    const next: ProofNode[] = [];
    for (const node of level) {
      const below = node.of();
      if (below.length === 0 || lines + below.length > firstLines) continue;
      open.add(node.id);
      lines += below.length;
      next.push(...below.filter((child) => child.decisive && child.kind !== 'rest'));
    }
    level = next;
  }
  return open;
}

/** A deciding question and the nodes above it, from the top. */
export interface DecidingLeaf {
  readonly node: ProofNode;
  readonly above: readonly string[];
}

/** Questions about facts on the deciding path, in the order of the tree. */
export function decidingLeaves(
  nodes: readonly ProofNode[],
  above: readonly string[] = [],
): readonly DecidingLeaf[] {
  return nodes.flatMap((node) => {
    if (!node.decisive) return [];
    const below = decidingLeaves(node.of(), [...above, node.id]);
    if (below.length > 0) return below;
    return node.kind === 'rule' && node.trace.leaf ? [{ node, above }] : [];
  });
}
