import { rejectionMessage, scanJson } from '../formats/scan-json/index.ts';
import { scanContents } from '../tasks/scan-contents.ts';
import type { ScanArguments } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import type { Surroundings } from './surroundings.ts';
import { scanInputs } from './scan-inputs.ts';
import type { Scanned } from './scan-inputs.ts';
import { checkOut, writeResult } from './write-result.ts';

/** `scan`: reads, decides, writes the result; says on standard error what became of the files. */
export async function scanCommand(given: ScanArguments, surroundings: Surroundings): Promise<number> {
  const { from, terminal } = surroundings;
  await checkOut(given.out, from);
  const scanned = await scanInputs(given, surroundings);
  const { data, model, matrix, remarks } = scanned;
  const contents = scanContents(
    data,
    model,
    (machine) => (matrix === null ? [] : model.rowsOfMachine(machine, matrix)),
    remarks,
    given.all,
  );
  await writeResult(scanJson(contents), given.out, from);
  for (const line of outcomeLines(scanned)) terminal.say(line);
  return remarks.rejected.length > 0 ? exitCodes.rejected : exitCodes.done;
}

function outcomeLines({ data, model, remarks, nothingNew }: Scanned): string[] {
  const older = data.editions.filter((edition) => !edition.current);
  return [
    ...remarks.rejected.map((rejection) => `rejected: ${rejectionMessage(rejection)}`),
    ...data.ignored.map(({ file, reason }) => `ignored: ${file} (${reason})`),
    ...nothingNew.map((file) => `nothing new: ${file} has the bytes of another file.`),
    ...older.map(({ document: { file, id } }) => `older edition, not used: ${file} (${id})`),
    ...remarks.warnings.map(({ code, file }) => `warning: ${file}: ${code}`),
    `${model.documents.length} catalogs, ${data.readings.length} inventories, ${model.machines.length} machines, ` +
      `${data.ignored.length} files ignored, ${remarks.rejected.length} rejected.`,
  ];
}
