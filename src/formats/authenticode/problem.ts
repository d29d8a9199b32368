import type { SignatureProblem } from '../../domain/index.ts';

/** Carries what is wrong with a signature out of nested readers; the check turns it into a finding. */
export class SignatureFault extends Error {
  override readonly name = 'SignatureFault';

  constructor(
    readonly problem: SignatureProblem,
    /** What was met, for the log of a developer. */
    readonly found = '',
  ) {
    super(`${problem} ${found}`.trim());
  }
}
