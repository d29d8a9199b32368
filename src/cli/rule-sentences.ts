/** English sentences of the command line for the rule language, SDP packages and MSSecure. */
export const ruleSentences = {
  'prerequisite-not-met': (u: string, m: string, by: string) =>
    `What ${u} builds on is not installed on ${m}${by === '' ? '' : `: ${by}`}.`,
  'superseded-by-rule': (u: string, m: string) => `A rule of ${u} says that a newer one is already on ${m}.`,
  'rules-not-applicable': (u: string, m: string) => `The rules of ${u} do not apply to ${m}.`,
  'no-applicable-item': (u: string, m: string) => `No item of ${u} applies to ${m}.`,
  'package-expired': (u: string) => `The vendor withdrew ${u}.`,
  'product-not-affected': (u: string, m: string) => `${m} has no product at a service pack that ${u} is for.`,
  'no-affected-file': (u: string, m: string) => `None of the files that ${u} replaces is on ${m}.`,
  'superseded-by-patch': (u: string, m: string, by: string) =>
    `${by || 'Another patch'} replaces ${u} on ${m} and carries the state.`,
  'rules-installed': (u: string, m: string) => `The detection rule of ${u} holds on ${m}.`,
  'checks-passed': (u: string, m: string) => `Every registry value and file that ${u} brings is on ${m}.`,
  'newer-than-catalog': (u: string, m: string) => `A file on ${m} is newer than the one ${u} brings.`,
  'rules-installable': (u: string, m: string) => `${u} applies to ${m} and is not installed.`,
  'registry-value-missing': (u: string, m: string) =>
    `A registry value that ${u} writes is missing on ${m}, or is another.`,
  'file-older': (u: string, m: string) => `A file on ${m} is older than the one ${u} brings.`,
  'file-absent': (u: string, m: string) => `A file that ${u} brings is not on ${m}.`,
  'checksum-differs': (u: string, m: string) =>
    `A file on ${m} has the version that ${u} brings, and another checksum.`,
  'fact-not-collected': (u: string, m: string) => `A fact that ${u} asks for was not collected on ${m}.`,
  'element-not-understood': (u: string) => `This version does not understand a rule of ${u}.`,
  'rule-cycle': (u: string) => `The prerequisites of ${u} lead back to it.`,
  'prerequisite-not-imported': (u: string) => `${u} builds on an update that no imported catalog has.`,
  'rules-not-readable': (u: string) => `The rules of ${u}, or of what it needs, cannot be read.`,
  'reference-unresolved': (u: string) => `The catalog names something for ${u} that it does not hold.`,
  'no-detection-data': (u: string, m: string) => `The catalog gives no way to tell whether ${u} is on ${m}.`,
  'only-untestable-checks': (u: string) =>
    `Every check that the catalog gives for ${u} is marked as untestable.`,
};
