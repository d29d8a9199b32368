import { registryTypes } from '../../domain/index.ts';
import type { Rule, RuleLeaf } from '../../domain/index.ts';
import type { Fields } from './fields.ts';
import { readKeyPath, readValuePath } from './registry-path.ts';
import { unknownByDesign } from './rule-entry.ts';
import type { RuleEntries, RulePlace } from './rule-entry.ts';

const maxDword = 0xffff_ffff;

const leaf = (of: RuleLeaf): Rule => ({ op: 'leaf', leaf: of });

function textRule(type: 'REG_SZ' | 'REG_EXPAND_SZ') {
  return (fields: Fields, place: RulePlace): Rule =>
    leaf({
      kind: 'reg-text',
      path: readValuePath(fields, place),
      type,
      comparison: fields.stringComparison(),
      data: fields.filled('Data'),
    });
}

/** Registry rules (applicability rules, section 3). */
export const registryRules: RuleEntries = {
  RegKeyExists: (fields, place) => leaf({ kind: 'reg-key-exists', path: readKeyPath(fields, place) }),
  RegValueExists: (fields, place) =>
    leaf({
      kind: 'reg-value-exists',
      path: { ...readKeyPath(fields, place), value: fields.optionalText('Value') ?? '' },
      type: fields.optionalWord('Type', registryTypes),
    }),
  RegDword: (fields, place) =>
    leaf({
      kind: 'reg-dword',
      path: readValuePath(fields, place),
      comparison: fields.comparison(),
      data: fields.number('Data', 0, maxDword),
    }),
  RegSz: textRule('REG_SZ'),
  RegExpandSz: textRule('REG_EXPAND_SZ'),
  RegSzToVersion: (fields, place) =>
    leaf({
      kind: 'reg-version',
      path: readValuePath(fields, place),
      comparison: fields.comparison(),
      data: fields.version('Data'),
    }),
  WUv4RegKeyValue: unknownByDesign,
  WUv4RegKeySubstring: unknownByDesign,
  ClusterResourceOwner: (fields, place) =>
    leaf({
      kind: 'cluster-resource-owner',
      path: readValuePath(fields, place),
      prefix: fields.optionalText('Prefix') ?? '',
      suffix: fields.optionalText('Suffix') ?? '',
    }),
};
