/** A line of a tree of boxes. */
export interface CheckNode {
  /** Different on every line: a leaf may stand in several places. */
  readonly key: string;
  /** What is chosen; of a heading it says nothing. */
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** The label is an id, because nothing names it. */
  readonly nameless: boolean;
  readonly children?: readonly CheckNode[];
}

/** A line as it is drawn. */
export interface CheckLine {
  readonly node: CheckNode;
  /** From 1. */
  readonly level: number;
  /** Key of the heading above; empty at the top. */
  readonly parent: string;
  readonly place: number;
  readonly of: number;
}

/** Ids of the leaves of a node: of a leaf its own. */
export function leavesOf({ id, children }: CheckNode): readonly string[] {
  return children ? children.flatMap(leavesOf) : [id];
}

/** Ids of all leaves, each once. */
export function allLeaves(nodes: readonly CheckNode[]): readonly string[] {
  return [...new Set(nodes.flatMap(leavesOf))];
}

/** The lines that are to be seen, in their order. */
export function linesOf(
  nodes: readonly CheckNode[],
  isOpen: (key: string) => boolean,
  level = 1,
  parent = '',
): readonly CheckLine[] {
  return nodes.flatMap((node, at) => {
    const line = { node, level, parent, place: at + 1, of: nodes.length };
    return node.children && isOpen(node.key)
      ? [line, ...linesOf(node.children, isOpen, level + 1, node.key)]
      : [line];
  });
}

/** Whether all, none or some of the leaves of a node are chosen. */
export function checkedState(node: CheckNode, isChosen: (id: string) => boolean): 'true' | 'false' | 'mixed' {
  const leaves = leavesOf(node);
  const chosen = leaves.filter(isChosen).length;
  return chosen === 0 ? 'false' : chosen === leaves.length ? 'true' : 'mixed';
}
