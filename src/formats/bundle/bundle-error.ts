import { reject, type Rejection, type RejectionCode } from '../../domain/index.ts';

/**
 * Carries an expected failure out of the depth of the writer; `writeBundle` turns it into a `Result`.
 * Anything else that is thrown is a bug and goes on.
 */
export class BundleError extends Error {
  override readonly name = 'BundleError';
  readonly rejection: Rejection;

  constructor(
    code: RejectionCode,
    file: string,
    place = '',
    details: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(`${code}: ${file} ${place}`.trim(), { cause });
    this.rejection = reject(code, file, place, details).error;
  }
}
