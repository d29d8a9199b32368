import type { Because } from './explain.ts';

/** Words for the outcomes of the rule language, SDP packages and MSSecure. */
export const ruleReason = {
  'prerequisite-not-met': 'Prerequisite not met',
  'superseded-by-rule': 'Superseded by its own rule',
  'rules-not-applicable': 'Rules do not apply',
  'no-applicable-item': 'No item applies',
  'package-expired': 'Package expired',
  'product-not-affected': 'No affected product',
  'no-affected-file': 'No affected file',
  'superseded-by-patch': 'Superseded by another patch',
  'rules-installed': 'Its rules find it installed',
  'checks-passed': 'All checks passed',
  'newer-than-catalog': 'Newer than the catalog',
  'rules-installable': 'Its rules find it applicable',
  'registry-value-missing': 'Registry value missing',
  'file-older': 'File older',
  'file-absent': 'File absent',
  'checksum-differs': 'Checksum differs',
  'fact-not-collected': 'Fact not collected',
  'element-not-understood': 'Rule not understood',
  'rule-cycle': 'Prerequisites in a circle',
  'prerequisite-not-imported': 'Prerequisite not imported',
  'reference-unresolved': 'Catalog entry missing',
  'rules-not-readable': 'Rules not readable',
  'no-detection-data': 'No detection data',
  'only-untestable-checks': 'Only checks that cannot be made',
};

export const ruleSentence = {
  'prerequisite-not-met': (b: Because) =>
    `Not required: what ${b.kb} builds on is not installed on ${b.machine}${b.by ? `: ${b.by}` : ''}.`,
  'superseded-by-rule': (b: Because) =>
    `Not required: a rule of ${b.kb} says that a newer one is already on ${b.machine}.`,
  'rules-not-applicable': (b: Because) => `Not required: the rules of ${b.kb} do not apply to ${b.machine}.`,
  'no-applicable-item': (b: Because) => `Not required: no item of ${b.kb} applies to ${b.machine}.`,
  'package-expired': (b: Because) => `Not required: the vendor withdrew ${b.kb}.`,
  'product-not-affected': (b: Because) =>
    `Not required: ${b.machine} has no product at a service pack that ${b.kb} is for.`,
  'no-affected-file': (b: Because) =>
    `Not required: none of the files that ${b.kb} replaces is on ${b.machine}.`,
  'superseded-by-patch': (b: Because) =>
    `Not required as such: ${b.by || 'another patch'} replaces ${b.kb} on ${b.machine} and carries the state.`,
  'rules-installed': (b: Because) => `Installed: the detection rule of ${b.kb} holds on ${b.machine}.`,
  'checks-passed': (b: Because) =>
    `Installed: every registry value and file that ${b.kb} brings is on ${b.machine}.`,
  'newer-than-catalog': (b: Because) =>
    `Installed, to be looked at: a file on ${b.machine} is newer than the one ${b.kb} brings.`,
  'rules-installable': (b: Because) => `Required: ${b.kb} applies to ${b.machine} and is not installed.`,
  'registry-value-missing': (b: Because) =>
    `Required: a registry value that ${b.kb} writes is missing on ${b.machine}, or is another.`,
  'file-older': (b: Because) => `Required: a file on ${b.machine} is older than the one ${b.kb} brings.`,
  'file-absent': (b: Because) => `Required: a file that ${b.kb} brings is not on ${b.machine}.`,
  'checksum-differs': (b: Because) =>
    `Required: a file on ${b.machine} has the version that ${b.kb} brings, and another checksum.`,
  'fact-not-collected': (b: Because) =>
    `Unknown: a fact that ${b.kb} asks for was not collected on ${b.machine}.`,
  'element-not-understood': (b: Because) => `Unknown: this version does not understand a rule of ${b.kb}.`,
  'rule-cycle': (b: Because) => `Unknown: the prerequisites of ${b.kb} lead back to it.`,
  'prerequisite-not-imported': (b: Because) =>
    `Unknown: ${b.kb} builds on an update that no imported catalog has.`,
  'rules-not-readable': (b: Because) =>
    `Unknown: the catalog's rules of ${b.kb}, or of what it needs, cannot be read.`,
  'reference-unresolved': (b: Because) =>
    `Unknown: the catalog names something for ${b.kb} that it does not hold.`,
  'no-detection-data': (b: Because) =>
    `Unknown: the catalog gives no way to tell whether ${b.kb} is on ${b.machine}.`,
  'only-untestable-checks': (b: Because) =>
    `Unknown: every check that the catalog gives for ${b.kb} is marked as untestable.`,
};

export const ruleBlocker = {
  fact: 'Recorded fact',
  element: 'Rule element',
  update: 'Update of another catalog',
};

export const ruleSettle = {
  fact: 'Collect this fact on the machine: a facts file answers it.',
  element: 'This version of Patchferry does not understand this rule. Decide by hand.',
  update: 'Bring the catalog that holds this update.',
};
