import { wholeScope } from '../../domain/index.ts';
import type { MuDocument, MuRevision, MuScope, Result } from '../../domain/index.ts';
import { hashCatalogFile } from '../authenticode/index.ts';
import { isCabinet } from '../cab/index.ts';
import { settle } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readCatalog, readMasterList } from './catalog.ts';
import { rowsInScope } from './closure.ts';
import { countsOf } from './counts.ts';
import { muDocument } from './document.ts';
import { headOf } from './head.ts';
import { MasterRows } from './master-list.ts';
import { readUpdateDocument } from './update-document.ts';
import { verifyMicrosoftUpdate } from './verify.ts';

/**
 * Reads a catalog whole into memory, details left out: the command line's way. The page reads in two steps
 * (`readMasterList`, `readCatalog`) and keeps what comes, batch by batch.
 *
 * Rejections: those of the signature and of the cabinet and XML readers; `element-missing` (index.xml, package.cab, package.xml,
 * UpdateIdentity), `root-not-expected`, `archive-not-supported`, `limit-exceeded`, `cancelled`.
 */
export function readMicrosoftUpdate(
  file: FileSource,
  context: ReadContext,
  scope: MuScope = context.scope ?? wholeScope,
): Promise<Result<MuDocument>> {
  return settle(async () => {
    if (!isCabinet(await headOf(file, 64))) {
      return (await readUpdateDocument(file, context, scope)).document;
    }
    const { onBytes: _, ...quietly } = context;
    const hashed = await hashCatalogFile(file, quietly);
    const signature = await verifyMicrosoftUpdate(hashed, quietly);
    const master = await readMasterList(file, context);
    const revisions: MuRevision[] = [];
    const sink = {
      revisions: (batch: readonly MuRevision[]) => void revisions.push(...batch),
      details: () => undefined,
    };
    const report = await readCatalog(file, master, scope, sink, context);
    const rows = new MasterRows(master.columns);
    return muDocument({
      file: file.name,
      bytes: file.size,
      sha256: hashed.sha256,
      form: master.form,
      packageId: master.head.packageId,
      created: master.head.created,
      scope,
      counts: countsOf(rows, rowsInScope(rows, scope), report),
      revisions,
      ruleElements: report.ruleElements,
      warnings: [...master.warnings, ...report.warnings],
      signature,
    });
  });
}
