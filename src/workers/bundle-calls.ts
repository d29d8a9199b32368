import { ok } from '../domain/index.ts';
import { bundleContent } from '../tasks/bundle-content.ts';
import { bundleable } from '../tasks/snapshot.ts';
import { checkUpdateFiles } from '../tasks/check-update-file.ts';
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

type BundleCalls = Pick<Engine, 'planBundle' | 'checkUpdateFiles' | 'writeBundleZip' | 'writeBundleFolder'>;

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

  /** Name of what the bundle carries; none where files are missing or states were left out by grade. */
  async function contentOf(
    { machines, grades }: BundleRequest,
    { missing }: BundleReceipt,
  ): Promise<{ readonly content?: string }> {
    if (grades.length > 0 || missing.length > 0) return {};
    const now = bundleable(session, await modelNow());
    const content = await bundleContent(now, machines.length > 0 ? new Set(machines) : undefined);
    return content === '' ? {} : { content };
  }

  /** The bundle is whole whatever becomes of its entry: it is given, and the receipt says what is lacking. */
  async function recorded(
    { receipt, journal }: WrittenBundle,
    request: BundleRequest,
  ): Promise<BundleReceipt> {
    const content = await contentOf(request, receipt);
    const entry = { ...journal, details: { ...journal.details, ...content } };
    const stored = await session.commit({ journal: [entry] });
    return { ...receipt, recorded: stored.ok };
  }

  return {
    planBundle: plan,
    checkUpdateFiles: async (files, request, report) =>
      checkUpdateFiles(files, (await plan(request)).items, { signal, report }),
    writeBundleZip: (request, report) =>
      session.alone(signal, async () => {
        const written = await writeBundleZip(await input(request, report));
        if (!written.ok) return written;
        return ok({ receipt: await recorded(written.value, request), zip: written.value.zip });
      }),
    writeBundleFolder: (request, folder, report) =>
      session.alone<BundleReceipt>(signal, async () => {
        const written = await writeBundleFolder(await input(request, report), folder);
        return written.ok ? ok(await recorded(written.value, request)) : written;
      }),
  };
}
