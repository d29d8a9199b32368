import { formatError } from '../format-error.ts';
import { isRefusedName } from '../text/index.ts';
import type { Attributes } from '../text/index.ts';
import { localName } from './element.ts';
import type { RuleElement } from './element.ts';
import { ruleLimits } from './limits.ts';
import type { RuleLimits } from './limits.ts';

interface Open {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: RuleElement[];
  readonly text: string;
}

/**
 * Builds the tree of one package or update from the events of the streaming reader. Only one tree is
 * in memory at a time, whatever the size of the catalog.
 *
 * Throws `FormatError` `limit-exceeded` with the limit's name: `rule-depth`, `rule-elements`,
 * `rule-attribute-length`; `name-refused` for names that mean something to JavaScript objects.
 */
export class ElementBuilder {
  readonly #file: string;
  readonly #place: () => string;
  readonly #limits: RuleLimits;
  readonly #open: Open[] = [];
  #elements = 0;

  constructor(file: string, place: () => string, limits: RuleLimits = ruleLimits) {
    this.#file = file;
    this.#place = place;
    this.#limits = limits;
  }

  /** True between the start and the end of the tree's root. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  open(name: string, attributes: Attributes): void {
    if (!this.isOpen) this.#elements = 0;
    const local = localName(name);
    if (isRefusedName(local)) {
      throw formatError('name-refused', this.#file, this.#place(), { name: name.slice(0, 40) });
    }
    if (++this.#elements > this.#limits.maxElements) {
      throw this.#over('rule-elements', this.#limits.maxElements);
    }
    for (const value of attributes.values()) {
      if (value.length > this.#limits.maxAttributeLength) {
        throw this.#over('rule-attribute-length', this.#limits.maxAttributeLength);
      }
    }
    this.#open.push({ name: local, attributes, children: [], text: '' });
    if (this.#open.length > this.#limits.maxDepth) throw this.#over('rule-depth', this.#limits.maxDepth);
  }

  /** The whole tree where this was the end of its root, else null. */
  close(text: string): RuleElement | null {
    const closed = this.#open.pop();
    if (closed === undefined) throw new Error('no element is open');
    const element: RuleElement = { ...closed, text };
    const parent = this.#open.at(-1);
    if (parent === undefined) return element;
    parent.children.push(element);
    return null;
  }

  #over(limit: string, maximum: number) {
    return formatError('limit-exceeded', this.#file, this.#place(), { limit, maximum });
  }
}
