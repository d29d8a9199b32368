import type { Attributes } from '../text/index.ts';

/** One element of a rule or package with all below it: small trees only, see `ElementBuilder`. */
export interface RuleElement {
  /** Part after the last `.` or `:`: prefixes are the catalog's own business (applicability rules, section 1). */
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly RuleElement[];
  /** Text of an element without children; of others what stands after the last one. */
  readonly text: string;
}

/** `b.RegDword`, `bar:RegDword` and `RegDword` are one element. */
export function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
}

/** First child of this name, or null. */
export function childOf(element: RuleElement, name: string): RuleElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}

export function childrenOf(element: RuleElement, name: string): readonly RuleElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Trimmed text of the first child of this name; empty where there is none. */
export function textOf(element: RuleElement, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}
