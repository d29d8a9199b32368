/** Rules from a piece of XML, in any spelling. */
import { RulePool } from '../../src/domain/index.ts';
import type { Rule, RuleSections } from '../../src/domain/index.ts';
import { ElementBuilder, RuleTally, readSections } from '../../src/formats/rules/index.ts';
import type { RuleElement } from '../../src/formats/rules/index.ts';
import { XmlDocument } from '../../src/formats/text/index.ts';

const limits = {
  maxFileBytes: 1 << 30,
  maxDepth: 100_000,
  maxElements: 10_000_000,
  maxAttributes: 256,
  maxTextLength: 1 << 24,
};

/** The tree of one document; throws `FormatError` past a limit. */
export function treeOf(xml: string): RuleElement {
  const found: RuleElement[] = [];
  const document = new XmlDocument('rules.xml', limits, (source) => {
    const builder = new ElementBuilder('rules.xml', () => source.place());
    return {
      open: (local, _namespace, attributes) => builder.open(local, attributes),
      close: (text) => {
        const tree = builder.close(text);
        if (tree !== null) found.push(tree);
      },
    };
  });
  const bytes = new TextEncoder().encode(xml);
  for (let at = 0; at < bytes.length; at += 65536) document.write(bytes.subarray(at, at + 65536));
  document.end();
  const [tree] = found;
  if (tree === undefined) throw new Error('no tree');
  return tree;
}

const prefixes = ['bar', 'lar', 'mar', 'msiar', 'cbsar', 'b2']
  .map((prefix) => `xmlns:${prefix}="urn:test:${prefix}"`)
  .join(' ');

export interface ReadText {
  readonly sections: RuleSections;
  readonly tally: RuleTally;
}

/** Content of ApplicabilityRules: `<IsInstalled>…</IsInstalled>`. */
export function readRuleSections(content: string): ReadText {
  const tree = treeOf(`<ApplicabilityRules ${prefixes}>${content}</ApplicabilityRules>`);
  const tally = new RuleTally();
  return { sections: readSections(tree, 'update-1', { pool: new RulePool(), tally }), tally };
}

/** The rule of one element. */
export function readRuleText(xml: string, metadata = ''): Rule {
  const { sections } = readRuleSections(`<IsInstalled>${xml}</IsInstalled>${metadata}`);
  if (sections.isInstalled === null) throw new Error('no rule');
  return sections.isInstalled;
}

/** The leaf of one element; throws where it is no leaf. */
export function readLeaf(xml: string, metadata = '') {
  const rule = readRuleText(xml, metadata);
  if (rule.op !== 'leaf') throw new Error(`no leaf: ${rule.op}`);
  return rule.leaf;
}
