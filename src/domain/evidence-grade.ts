/**
 * How much a source's answer proves (inventory-sources, section 1). What a partial list does not name is
 * unknown, never absent; the verdict of another tool is shown beside our own and never mixed with it.
 */
export const evidenceGrades = ['A', 'B', 'C', 'D'] as const;

/**
 * A: the exact question was asked, and value, absent and not readable are told apart.
 * B: a whole domain was listed, so absence in it counts.
 * C: a partial list, only presence counts.
 * D: somebody else's verdict.
 */
export type EvidenceGrade = (typeof evidenceGrades)[number];

/** Negative if `a` is the stronger evidence, positive if `b` is, 0 if neither. */
export function compareGrades(a: EvidenceGrade, b: EvidenceGrade): number {
  return evidenceGrades.indexOf(a) - evidenceGrades.indexOf(b);
}
