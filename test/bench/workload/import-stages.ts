/** An import in this thread, with the seconds each stage took. */
import type { ProgressPhase } from '../../../src/domain/index.ts';
import type { FileSource } from '../../../src/formats/index.ts';
import { createRowsEngine } from '../../../src/scan/index.ts';
import { openMemoryStore } from '../../../src/store/index.ts';
import { modelDeriver } from '../../../src/tasks/derive-model.ts';
import { importFiles } from '../../../src/tasks/import-files.ts';
import { Session } from '../../../src/tasks/session.ts';
import { standardFormats } from '../../../src/tasks/standard-formats.ts';
import { processorSeconds } from './processor-seconds.ts';

export interface Stages {
  readonly seconds: number;
  readonly byPhase: Readonly<Partial<Record<ProgressPhase, number>>>;
  /** Seconds of processor time, all threads: other work on the machine does not count. */
  readonly processorSeconds: number;
  readonly processorByPhase: Readonly<Partial<Record<ProgressPhase, number>>>;
  /** Of the same file a second time. */
  readonly againSeconds: number;
}

/** The import of one file, and the same again. */
export async function importStages(file: FileSource): Promise<Stages> {
  const store = await openMemoryStore();
  const session = await Session.open({ store, clock: Date.now, hadData: false });
  const ports = { derive: modelDeriver(), engine: createRowsEngine(), formats: standardFormats };
  const byPhase: Partial<Record<ProgressPhase, number>> = {};
  const processorByPhase: Partial<Record<ProgressPhase, number>> = {};
  let phase: ProgressPhase = 'hash';
  let since = performance.now();
  let spentBefore = processorSeconds();
  const enter = (next: ProgressPhase): void => {
    const [now, spent] = [performance.now(), processorSeconds()];
    byPhase[phase] = (byPhase[phase] ?? 0) + (now - since) / 1000;
    processorByPhase[phase] = (processorByPhase[phase] ?? 0) + spent - spentBefore;
    [phase, since, spentBefore] = [next, now, spent];
  };
  const once = async (): Promise<number> => {
    const began = performance.now();
    const signal = new AbortController().signal;
    const report = ({ phase: next }: { readonly phase: ProgressPhase }): void => {
      if (next !== phase) enter(next);
    };
    const result = await importFiles(
      session,
      ports,
      [file],
      { signatureOverrides: { [file.name]: 'a bench' } },
      { signal, report },
    );
    if (!result.ok) throw new Error(result.error.code);
    return (performance.now() - began) / 1000;
  };
  since = performance.now();
  spentBefore = processorSeconds();
  const began = spentBefore;
  const seconds = await once();
  enter('hash');
  const first = {
    seconds,
    byPhase: { ...byPhase },
    processorSeconds: processorSeconds() - began,
    processorByPhase: { ...processorByPhase },
  };
  return { ...first, againSeconds: await once() };
}
