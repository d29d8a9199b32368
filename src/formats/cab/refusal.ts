import { formatError } from '../format-error.ts';
import type { FormatError } from '../format-error.ts';

/** Something in the cabinet contradicts the form (MS-CAB) or itself. */
export function damaged(file: string, place: string, message: string, cause?: unknown): FormatError {
  return formatError('archive-damaged', file, place, { message }, cause);
}

export function overLimit(file: string, place: string, limit: string, maximum: number): FormatError {
  return formatError('limit-exceeded', file, place, { limit, maximum });
}

export function notSupported(file: string, place: string, archive: string): FormatError {
  return formatError('archive-not-supported', file, place, { archive });
}

/** The cabinet ends before its own size. */
export function cutOff(file: string, actualBytes: number, expectedBytes: number): FormatError {
  const expected = `${String(expectedBytes - actualBytes)} of ${String(expectedBytes)} bytes`;
  return formatError('cut-off', file, `byte ${String(actualBytes)}`, {
    expected,
    expectedBytes,
    actualBytes,
  });
}

/** A member lies in a part of the set that is not there. */
export function partMissing(file: string, member: string, part: string): FormatError {
  return formatError('archive-part-missing', file, member, { part });
}
