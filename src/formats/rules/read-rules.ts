import type { Rule, RulePool, RuleSections } from '../../domain/index.ts';
import { childOf } from './element.ts';
import type { RuleElement } from './element.ts';
import { Fields } from './fields.ts';
import { readMetadata } from './metadata.ts';
import type { RuleMetadata } from './metadata.ts';
import type { RuleTally } from './tally.ts';
import { vocabulary } from './vocabulary.ts';

/** What rules of one document are read into. */
export interface RuleReading {
  readonly pool: RulePool;
  readonly tally: RuleTally;
}

/** Metadata of a rule that has none. */
const noMetadata: RuleMetadata = readMetadata(null);

/**
 * IsInstalled, IsSuperseded, IsInstallable and Metadata of `ApplicabilityRules` in any spelling
 * (applicability rules, sections 1 and 6).
 * @param update id of the update or package, for faults and for InstalledOnce
 */
export function readSections(rules: RuleElement | null, update: string, reading: RuleReading): RuleSections {
  const metadata = rules === null ? noMetadata : readMetadata(childOf(rules, 'Metadata'));
  const section = (name: string) =>
    rules === null ? null : readSection(childOf(rules, name), update, reading, metadata);
  return {
    isInstalled: section('IsInstalled'),
    isSuperseded: section('IsSuperseded'),
    isInstallable: section('IsInstallable'),
  };
}

/** The rule of one section: several siblings mean And; null where the section is missing or empty. */
export function readSection(
  section: RuleElement | null,
  update: string,
  reading: RuleReading,
  metadata: RuleMetadata = noMetadata,
): Rule | null {
  if (section === null || section.children.length === 0) return null;
  const rules = section.children.map((child) => readRule(child, update, reading, metadata));
  const [only] = rules;
  return rules.length === 1 && only !== undefined ? only : reading.pool.share({ op: 'and', of: rules });
}

function readRule(
  element: RuleElement,
  update: string,
  reading: RuleReading,
  metadata: RuleMetadata,
  inLoop = false,
): Rule {
  const { pool, tally } = reading;
  const { name } = element;
  tally.count(name);
  const entry = vocabulary.get(name);
  const fields = new Fields(element);
  const rule = entry?.(fields, {
    inLoop,
    metadata,
    update,
    read: (child, childInLoop = inLoop) => readRule(child, update, reading, metadata, childInLoop),
  });
  if (rule !== undefined && fields.fault === null) return pool.share(rule);
  const short = name.slice(0, 60);
  tally.fault(short, fields.fault ?? 'unknown element', update);
  const leafName = fields.fault === null ? short : `${short}: ${fields.fault}`;
  return pool.share({ op: 'leaf', leaf: { kind: 'not-understood', name: leafName, element: true } });
}
