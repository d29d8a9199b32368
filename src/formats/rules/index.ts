export { ElementBuilder } from './element-builder.ts';
export { childOf, childrenOf, localName, textOf } from './element.ts';
export type { RuleElement } from './element.ts';
export { ruleLimits } from './limits.ts';
export type { RuleLimits } from './limits.ts';
export { readSection, readSections } from './read-rules.ts';
export type { RuleReading } from './read-rules.ts';
export { RuleTally } from './tally.ts';
export { metadataElements, vocabulary } from './vocabulary.ts';
