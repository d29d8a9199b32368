/**
 * Readings of the rule language on which its sources differ, as one object (applicability rules,
 * section 3). A leaf whose answer would be another under another policy says so in its trace.
 */
export interface RulePolicy {
  /**
   * What a registry value that is not there compares as: `zero` (0 for RegDword, 0.0.0.0 for
   * RegSzToVersion; what is known of Microsoft's agent) or `absent` (the rule is false).
   */
  readonly missingValue: 'zero' | 'absent';
  /** Texts that are equal only without regard to case. */
  readonly stringCase: 'unknown' | 'sensitive' | 'insensitive';
}

export type PolicyMark = 'missing-value-policy' | 'string-case-policy';

/** Section 3: "default: absent behaves as 0", and the case rule is not verified by anybody. */
export const defaultPolicy: RulePolicy = { missingValue: 'zero', stringCase: 'unknown' };
