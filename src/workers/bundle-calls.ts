import { ok } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import type { BundlePlan, BundlePlanRequest, BundleReceipt, BundleRequest, Engine } from '../tasks/engine.ts';
import { withCatalogFiles } from '../tasks/catalog-files.ts';
import type { Model } from '../tasks/model.ts';
import { planBundle } from '../tasks/plan-bundle.ts';
import type { Job } from '../tasks/ports.ts';
import { stateRows } from '../tasks/state-rows.ts';
import { storedDetails } from '../tasks/stored-details.ts';
import { writeBundleFolder, writeBundleZip } from '../tasks/write-bundle.ts';
import type { WriteBundleInput, WrittenBundle } from '../tasks/write-bundle.ts';
import type { EnginePorts } from './create-engine.ts';

type BundleCalls = Pick<Engine, 'planBundle' | 'writeBundleZip' | 'writeBundleFolder'>;

/** The calls of the engine that concern bundles. */
export function bundleCalls(
  ports: EnginePorts,
  modelNow: () => Promise<Model>,
  signal: AbortSignal,
): BundleCalls {
  const { session } = ports;

  async function plan(request: BundlePlanRequest): Promise<BundlePlan> {
    const model = await modelNow();
    const planned = await planBundle({
      request,
      updates: model.updates,
      machines: model.machines,
      authorizations: session.data.authorizations,
      rows: (update) => stateRows(session.data, model, { update }),
    });
    return withCatalogFiles(planned, model.related, storedDetails(session));
  }

  async function input(request: BundleRequest, report: Job['report']): Promise<WriteBundleInput> {
    const model = await modelNow();
    const { data } = session;
    return {
      plan: await plan(request),
      request,
      updates: model.updates,
      machines: model.machines,
      authorizations: data.authorizations,
      editions: data.editions,
      rows: (update) => stateRows(data, model, { update }),
      settings: data.settings,
      practice: data.practice,
      bundleId: ports.newId(),
      now: session.clock(),
      software: ports.software,
      report,
      signal,
    };
  }

  /** The bundle is written whatever becomes of its entry; an entry that cannot be stored is a failure all the same. */
  async function recorded<T>(written: Result<WrittenBundle>, value: T): Promise<Result<T>> {
    if (!written.ok) return written;
    const stored = await session.commit({ journal: [written.value.journal] });
    return stored.ok ? ok(value) : stored;
  }

  return {
    planBundle: plan,
    writeBundleZip: (request, report) =>
      session.alone(signal, async () => {
        const written = await writeBundleZip(await input(request, report));
        if (!written.ok) return written;
        const { receipt, zip } = written.value;
        return recorded(written, { receipt, zip });
      }),
    writeBundleFolder: (request, folder, report) =>
      session.alone<BundleReceipt>(signal, async () => {
        const written = await writeBundleFolder(await input(request, report), folder);
        return written.ok ? recorded(written, written.value.receipt) : written;
      }),
  };
}
