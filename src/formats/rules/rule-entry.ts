import type { Rule } from '../../domain/index.ts';
import type { RuleElement } from './element.ts';
import type { Fields } from './fields.ts';
import type { RuleMetadata } from './metadata.ts';

/** Where a rule element stands. */
export interface RulePlace {
  readonly inLoop: boolean;
  readonly metadata: RuleMetadata;
  /** Id of the update or package the rule belongs to. */
  readonly update: string;
  /** The rule of an element below this one. */
  read(child: RuleElement, inLoop?: boolean): Rule;
}

/**
 * One element of the vocabulary: how its attributes and children become a rule. A fault that is left
 * in `fields` makes the element a leaf that is not understood, whatever was returned.
 */
export type RuleEntry = (fields: Fields, place: RulePlace) => Rule;

export type RuleEntries = Readonly<Record<string, RuleEntry>>;

/** Elements of the vocabulary nobody can answer from an inventory: Unknown by design. */
export const unknownByDesign: RuleEntry = (fields) => ({
  op: 'leaf',
  leaf: { kind: 'not-understood', name: fields.element.name, element: true },
});
