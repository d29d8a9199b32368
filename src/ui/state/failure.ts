import type { Rejection } from '../../domain/index.ts';

/**
 * What a thrown engine call means in words: the rejection it carries, or a fault of this program. Errors
 * of the bridge are told by their field, not by class: classes do not survive bundles and workers.
 */
export function rejectionOf(cause: unknown): Rejection {
  const { rejection } = (cause ?? {}) as { readonly rejection?: Rejection | null };
  if (rejection) return rejection;
  const message = cause instanceof Error ? cause.message : String(cause);
  return { code: 'internal', file: '', place: '', details: { message } };
}
