import { fileRules } from './file-rules.ts';
import { logicRules } from './logic-rules.ts';
import { msiRules } from './msi-rules.ts';
import { registryRules } from './registry-rules.ts';
import type { RuleEntry } from './rule-entry.ts';
import { servicingRules } from './servicing-rules.ts';
import { systemRules } from './system-rules.ts';

/** Every element of the language by its local name (applicability rules, section 1, complete list). */
export const vocabulary: ReadonlyMap<string, RuleEntry> = new Map(
  [logicRules, registryRules, fileRules, systemRules, msiRules, servicingRules].flatMap((entries) =>
    Object.entries(entries),
  ),
);

/** Elements that carry what rules without attributes ask about. */
export const metadataElements: readonly string[] = [
  'MsiPatchMetadata',
  'MsiApplicationMetadata',
  'CbsPackageApplicabilityMetadata',
  'WindowsDriverMetaData',
];
