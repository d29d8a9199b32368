import type { Attributes } from '../text/index.ts';

/** What happens at an element: on its start mark, and on its end mark with its text. */
export interface ElementAction {
  readonly open?: (attributes: Attributes) => void;
  readonly close?: (text: string) => void;
}

interface PathNode {
  readonly children: Map<string, PathNode>;
  action: ElementAction;
}

/**
 * Follows the document down a fixed tree of expected paths; what is not in the tree is passed over
 * with all below it. The tree never grows with the document.
 */
export class PathWalker {
  readonly #root: PathNode = { children: new Map(), action: {} };
  readonly #stack: (PathNode | null)[] = [this.#root];

  /** `cvrf:cvrfdoc/vuln:Vulnerability`: names with the prefixes of `namespaces` (prefix to address). */
  constructor(actions: Readonly<Record<string, ElementAction>>, namespaces: ReadonlyMap<string, string>) {
    for (const [path, action] of Object.entries(actions)) this.#at(path, namespaces).action = action;
  }

  open(local: string, namespace: string, attributes: Attributes): void {
    const next = this.#stack.at(-1)?.children.get(`${local} ${namespace}`) ?? null;
    this.#stack.push(next);
    next?.action.open?.(attributes);
  }

  close(text: string): void {
    this.#stack.pop()?.action.close?.(text);
  }

  #at(path: string, namespaces: ReadonlyMap<string, string>): PathNode {
    let node = this.#root;
    for (const step of path.split('/')) {
      const [prefix = '', local = ''] = step.split(':');
      const key = `${local} ${namespaces.get(prefix) ?? ''}`;
      const next = node.children.get(key) ?? { children: new Map(), action: {} };
      node.children.set(key, next);
      node = next;
    }
    return node;
  }
}
