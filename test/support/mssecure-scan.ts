import { mergeMachines } from '../../src/domain/index.ts';
import type { Machine, MssecureOptions } from '../../src/domain/index.ts';
import { decideUpdate } from '../../src/scan/index.ts';
import type { Outcome } from '../../src/scan/index.ts';
import { compileMssecure } from '../../src/scan/mssecure/index.ts';
import type { MssecureCompilation } from '../../src/scan/mssecure/index.ts';
import { mssecureOf } from './read-mssecure.ts';
import { readingOf } from './read-inventory.ts';

/** The machine that the text of one facts file describes. */
export async function machineOfFacts(text: string, file = 'pc.facts.json'): Promise<Machine> {
  const reading = await readingOf(text, file);
  const [machine] = mergeMachines([{ reading, importedAt: 0, givenName: null }], {}, () => true).machines;
  if (!machine) throw new Error('no machine');
  return machine;
}

/** The rules of one MSSecure.XML. */
export async function compiled(
  xml: string | Uint8Array<ArrayBuffer>,
  options: MssecureOptions = { checksums: false },
): Promise<MssecureCompilation> {
  return compileMssecure([await mssecureOf(xml)], options);
}

export interface MssecureOutcome {
  readonly outcome: Outcome;
  /** The catalog's word for the verdict of the patch itself, without R9. */
  readonly own: string | undefined;
}

/** What each update comes to on a machine, by update id. */
export function outcomes(
  { rules, own }: MssecureCompilation,
  machine: Machine,
): ReadonlyMap<string, MssecureOutcome> {
  return new Map(
    rules.map((update, at) => {
      const { outcome } = decideUpdate(update, machine);
      const alone = own[at];
      const raw = alone && decideUpdate({ update: update.update, first: null, parts: [alone] }, machine);
      return [update.update, { outcome, own: raw?.outcome.original }];
    }),
  );
}
