import { pick, whole } from '../seeded.ts';
import type { Random } from '../seeded.ts';
import { guidOf } from './identity.ts';
import type { PlannedChild } from './plan.ts';

/** Bytes of most manifests at least, and of all but the huge ones at most. */
const [leastBytes, mostBytes] = [2_000, 2_000_000];

const parts = ['Shell', 'Network', 'Media', 'Print', 'Boot', 'Search', 'Input', 'Store', 'Hyper', 'Fonts'];

const identity = (name: string, version: string, architecture: string): string =>
  `<assemblyIdentity name="${name}" version="${version}" processorArchitecture="${architecture}" language="neutral" publicKeyToken="31bf3856ad364e35" />`;

/**
 * A package manifest as the Metadata of servicing rules carries it: identity first, then packages upon
 * packages. Sizes have a long tail (wsusscn2, section 4.1: median 563 bytes, 99th percentile 413 KB).
 */
export function* servicingManifest(
  seed: number,
  { parent, key, huge }: PlannedChild,
  random: Random,
  hugeBytes: number,
): Generator<string> {
  const bytes = huge ? hugeBytes : Math.min(mostBytes, leastBytes * (random() + 1e-4) ** -0.9);
  const version = `10.0.${String(whole(random, 27_000))}.${String(whole(random, 9_000))}`;
  const kb = `KB${String(parent.number)}`;
  yield '<assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0" displayName="default" company="Northgate">';
  yield identity(`Package_for_${kb}_${guidOf(seed, key).slice(0, 8)}`, version, parent.architecture);
  yield `<package identifier="${kb}" applicabilityEvaluation="deep" releaseType="Update" restart="possible">`;
  let written = 600;
  for (let at = 1; written < bytes; at++) {
    const component = `Northgate-${pick(random, parts)}-${pick(random, parts)}-${String(whole(random, 60_000))}`;
    const other = `10.0.${String(whole(random, 27_000))}.${String(whole(random, 9_000))}`;
    const update =
      `<update name="${kb}-${String(at)}_neutral_${random().toString(36).slice(2, 10)}"><applicable disposition="staged">` +
      `<parent buildCompare="EQ" serviceCompare="LT">${identity(component, other, parent.architecture)}</parent></applicable>` +
      `<package integrate="hidden">${identity(`Package_${String(at)}_for_${kb}`, version, parent.architecture)}</package></update>`;
    written += update.length;
    yield update;
  }
  yield '</package></assembly>';
}
