import type { Result, ScopeChoices } from '../../domain/index.ts';
import { hashCatalogFile } from '../../formats/authenticode/index.ts';
import type { LzxPort } from '../../formats/cab/index.ts';
import { settle } from '../../formats/format-error.ts';
import type { FileSource, ReadContext, SiteTrust } from '../../formats/index.ts';
import { readMasterList, readScopeChoices, verifyMicrosoftUpdate } from '../../formats/wsusscan/index.ts';
import type { StoredEdition } from '../../store/index.ts';
import type { Job } from '../ports.ts';
import { expectingFailures } from '../rejections.ts';
import { namedChoices } from './named-choices.ts';
import { stageReports } from './stage-reports.ts';

export interface ScopeChoicesRequest {
  readonly file: FileSource;
  /** What its signature may end at: nothing is unpacked of a file that an import would refuse. */
  readonly trust: SiteTrust;
  /** Editions that may name what the parts that are read do not. */
  readonly stored: readonly StoredEdition[];
  /** Languages of the names, the wanted one first. */
  readonly languages: readonly string[];
  /** Unpack every part that holds a name, however long that takes. */
  readonly allNames: boolean;
  readonly lzx?: LzxPort | undefined;
}

/**
 * What a person can choose from of an offline catalog; stores nothing. Three stages with progress of their own:
 * signature, master list, names.
 *
 * Rejections: those of the signature, the cabinet and the XML reader; `cancelled`.
 */
export function scopeChoices(request: ScopeChoicesRequest, job: Job): Promise<Result<ScopeChoices>> {
  const { file, trust, stored, languages, allNames, lzx } = request;
  return expectingFailures(() =>
    settle(async () => {
      const report = stageReports(file.name, job);
      const context: ReadContext = { signal: job.signal, ...(lzx && { lzx }) };
      const hashed = await hashCatalogFile(file, { ...context, onBytes: report.of('hash', file.size) });
      await verifyMicrosoftUpdate(hashed, { ...context, trust });
      const master = await readMasterList(file, context, report.list);
      const named = { ...context, onBytes: report.of('names', file.size) };
      const parts = allNames ? Infinity : undefined;
      return namedChoices(await readScopeChoices(file, master, languages, named, parts), stored);
    }),
  );
}
