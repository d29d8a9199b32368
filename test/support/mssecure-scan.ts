import { mergeMachines } from '../../src/domain/index.ts';
import type { Decision, Machine, MssecureOptions } from '../../src/domain/index.ts';
import { decideUpdate } from '../../src/scan/index.ts';
import type { Outcome, SourceCompilation } from '../../src/scan/index.ts';
import { compileMssecure } from '../../src/scan/mssecure/index.ts';
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
): Promise<SourceCompilation> {
  return compileMssecure([await mssecureOf(xml)], options);
}

export interface MssecureOutcome {
  readonly outcome: Outcome;
  /** The catalog's word for the verdict of the patch itself, without R9. */
  readonly own: string | undefined;
}

/** R3 to R8: the clauses of a patch that ask neither for its products nor for other patches. */
function withoutOthers({ subject, clauses }: Decision): Decision {
  const asksForOthers = ['mssecure R2', 'mssecure R9'];
  return { subject, clauses: clauses.filter(({ source }) => !asksForOthers.includes(source)) };
}

/** What each update comes to on a machine, by update id. */
export function outcomes(
  { rules }: SourceCompilation,
  machine: Machine,
): ReadonlyMap<string, MssecureOutcome> {
  return new Map(
    rules.map((update) => {
      const { outcome } = decideUpdate(update, machine);
      const own = decideUpdate({ ...update, parts: update.parts.map(withoutOthers) }, machine);
      return [update.update, { outcome, own: own.outcome.original }];
    }),
  );
}
