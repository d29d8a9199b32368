import type { Engine } from '../tasks/engine.ts';

/** The engine over one opened workspace; every call gets the signal of its own job. */
export interface EngineCore {
  engineFor(signal: AbortSignal): Engine;
  /** Makes this the only writer, and reads again what others may have written. */
  claim(): Promise<void>;
}
