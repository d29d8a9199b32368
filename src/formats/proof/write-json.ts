import type { Proof } from '../../domain/index.ts';
import { visibleJson } from './safe-text.ts';

/** A proof as `patchferry-proof/1` (schema.json): the whole explanation; equal proofs give equal bytes. */
export function writeProofJson(proof: Proof): string {
  return `${visibleJson(proof)}\n`;
}
