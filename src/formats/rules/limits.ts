export interface RuleLimits {
  /** Elements below each other, from the package or update downward. */
  readonly maxDepth: number;
  /** Elements of one package or update. */
  readonly maxElements: number;
  /** Characters of one attribute. */
  readonly maxAttributeLength: number;
}

/**
 * What one package or update may have at most. The largest of the real ones: depth 9, 1,900 elements,
 * 16,353 characters in one query (sdp, section 4).
 */
export const ruleLimits: RuleLimits = { maxDepth: 200, maxElements: 200_000, maxAttributeLength: 256 * 1024 };
