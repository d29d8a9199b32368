import type { Attributes } from '../text/index.ts';

/** What happens at an element: on its start mark, and on its end mark with its text. */
export interface ElementAction {
  readonly open?: (attributes: Attributes) => void;
  readonly close?: (text: string) => void;
}

interface PathNode {
  readonly namespace: string;
  /** By local name: no two expected children of one element differ in their namespace only. */
  readonly children: Map<string, PathNode>;
  action: ElementAction;
}

/**
 * Follows the document down a fixed tree of expected paths; what is not in the tree is passed over
 * with all below it. The tree never grows with the document.
 */
export class PathWalker {
  readonly #root: PathNode = { namespace: '', children: new Map(), action: {} };
  readonly #stack: (PathNode | null)[] = [];
  #current: PathNode | null = this.#root;

  /** `cvrf:cvrfdoc/vuln:Vulnerability`: names with the prefixes of `namespaces` (prefix to address). */
  constructor(actions: Readonly<Record<string, ElementAction>>, namespaces: ReadonlyMap<string, string>) {
    for (const [path, action] of Object.entries(actions)) this.#at(path, namespaces).action = action;
  }

  open(local: string, namespace: string, attributes: Attributes): void {
    const child = this.#current?.children.get(local);
    const next = child?.namespace === namespace ? child : null;
    this.#stack.push(this.#current);
    this.#current = next;
    next?.action.open?.(attributes);
  }

  close(text: string): void {
    const closed = this.#current;
    this.#current = this.#stack.pop() ?? null;
    closed?.action.close?.(text);
  }

  #at(path: string, namespaces: ReadonlyMap<string, string>): PathNode {
    let node = this.#root;
    for (const step of path.split('/')) {
      const [prefix = '', local = ''] = step.split(':');
      const namespace = namespaces.get(prefix) ?? '';
      const next = node.children.get(local) ?? { namespace, children: new Map(), action: {} };
      node.children.set(local, next);
      node = next;
    }
    return node;
  }
}
