import type { SdpDocument } from '../../domain/index.ts';
import type { SourceCompilation } from '../source-compilation.ts';
export function compileSdp(_documents: readonly SdpDocument[]): SourceCompilation {
  return { updates: [], rules: [], warnings: [] };
}
