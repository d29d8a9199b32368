import type { Rejection, RejectionCode, Result } from '../domain/index.ts';

/**
 * The one error class of this floor: carries a rejection out of nested readers. Readers catch it at
 * their edge and hand it on as a `Result`; anything else that is thrown is a bug.
 */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly rejection: Rejection;

  constructor(rejection: Rejection, cause?: unknown) {
    super(`${rejection.code}: ${rejection.file} ${rejection.place}`.trim(), { cause });
    this.rejection = rejection;
  }
}

/** Shorthand for throwing: same arguments as `reject`, as an error. */
export function formatError(
  code: RejectionCode,
  file: string,
  place = '',
  details: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): FormatError {
  return new FormatError({ code, file, place, details }, cause);
}

/** Runs a reader and turns its `FormatError` into a `Result`; bugs stay exceptions. */
export async function settle<T>(read: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    if (error instanceof FormatError) return { ok: false, error: error.rejection };
    throw error;
  }
}
