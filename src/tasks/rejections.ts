import { reject } from '../domain/index.ts';
import type { Rejection } from '../domain/index.ts';
import { StoreError } from '../store/index.ts';

type Failed = { readonly ok: false; readonly error: Rejection };

/** The work was stopped by the person; nothing of it was stored. */
export function cancelled(file = ''): Failed {
  return reject('cancelled', file);
}

/** The question was answered or left out meanwhile, here or in another window. */
export function notWaiting(): Failed {
  return reject('not-waiting', '');
}

/**
 * Runs work and turns its expected failures (storage, cancel) into a rejection; bugs stay exceptions.
 */
export async function expectingFailures<T>(work: () => Promise<T>): Promise<T | Failed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) return reject(error.code, '', '', error.details);
    if (error instanceof Error && error.name === 'AbortError') return cancelled();
    throw error;
  }
}
