import { rejectionMessage, scanJson } from '../formats/scan-json/index.ts';
import type { ScanWarning } from '../formats/scan-json/index.ts';
import { declarationWarnings } from '../tasks/declaration-warnings.ts';
import { scanContents } from '../tasks/scan-contents.ts';
import type { ScanArguments } from './arguments.ts';
import { counted } from './counted.ts';
import { exitCodes } from './exit-codes.ts';
import type { Surroundings } from './surroundings.ts';
import { scanInputs } from './scan-inputs.ts';
import type { Scanned } from './scan-inputs.ts';
import { ignoredSentence } from './ignored-words.ts';
import { warningSentence } from './warning-words.ts';
import { checkOut, writeResult } from './write-result.ts';

/** `scan`: reads, decides, writes the result; says on standard error what became of the files. */
export async function scanCommand(given: ScanArguments, surroundings: Surroundings): Promise<number> {
  const { from, terminal } = surroundings;
  await checkOut(given.out, from);
  const scanned = await scanInputs(given, surroundings);
  const { data, model, states, remarks } = scanned;
  const contents = scanContents(
    data,
    model,
    (machine) =>
      states === null ? [] : model.rowsOfMachine(machine, states, given.all ? 'all' : 'without-not-required'),
    remarks,
    given.all,
  );
  await writeResult(scanJson(contents), given.out, from);
  for (const line of outcomeLines(scanned)) terminal.say(line);
  return remarks.rejected.length > 0 ? exitCodes.rejected : exitCodes.done;
}

/** Warnings about the files in full; those about the contents of documents are in the result, and many. */
function warningLines({ model, remarks }: Scanned): string[] {
  const all: ScanWarning[] = [...model.warnings, ...remarks.warnings];
  const ofFiles = all.filter((warning) => 'file' in warning).map(warningSentence);
  const ofContents = new Set(all.filter((warning) => !('file' in warning)).map((w) => JSON.stringify(w)));
  return [
    ...[...new Set(ofFiles)].sort().map((sentence) => `warning: ${sentence}`),
    ...(ofContents.size === 0
      ? []
      : [`${ofContents.size} remarks on the contents of the catalogs stand in the result (warnings).`]),
  ];
}

function outcomeLines(scanned: Scanned): string[] {
  const { data, model, remarks, nothingNew } = scanned;
  const older = data.editions.filter((edition) => !edition.current);
  return [
    ...remarks.rejected.map((rejection) => `rejected: ${rejectionMessage(rejection)}`),
    ...data.ignored.map(({ file, reason }) => `ignored: ${file}: ${ignoredSentence(reason)}`),
    ...nothingNew.map((file) => `nothing new: ${file} has the bytes of another file.`),
    ...older.map(({ document: { file, id } }) => `older edition, not used: ${file} (${id})`),
    ...warningLines(scanned),
    ...declarationWarnings(data.declarations, model).map((w) => `warning: ${warningSentence(w)}`),
    `${counted(model.documents.length, 'catalog', 'catalogs')}, ${counted(data.readings.length, 'inventory', 'inventories')}, ${counted(model.machines.length, 'machine', 'machines')}, ` +
      `${counted(data.ignored.length, 'file', 'files')} ignored, ${remarks.rejected.length} rejected.`,
  ];
}
