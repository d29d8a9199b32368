import { rejectionMessage } from '../formats/scan-json/index.ts';
import type { ExplainArguments } from './arguments.ts';
import { exitCodes, UsageError } from './exit-codes.ts';
import { explainText } from './explain-text.ts';
import { loadedCatalogs, nearestUpdates, updateMeant } from './nearest-updates.ts';
import type { Surroundings } from './surroundings.ts';
import { scanInputs } from './scan-inputs.ts';

/** Names nearest to what was typed, for the message that says which there are. */
function someOf(names: readonly string[], typed: string): string {
  const part = typed.toLowerCase();
  const near = names.filter((name) => name.toLowerCase().includes(part));
  const shown = (near.length > 0 ? near : names).slice(0, 10);
  return shown.join(', ') + (shown.length < names.length ? ', …' : '');
}

/** `explain`: prints the proof of one state. */
export async function explainCommand(given: ExplainArguments, surroundings: Surroundings): Promise<number> {
  const { model, states, remarks } = await scanInputs(given, surroundings);
  for (const rejection of remarks.rejected) {
    surroundings.terminal.say(`rejected: ${rejectionMessage(rejection)}`);
  }
  const id = given.machine.toLowerCase();
  const machine = model.machines.find((one) => one.id === id);
  if (machine === undefined) {
    const names = model.machines.map((one) => one.name);
    throw new UsageError(
      `There is no machine "${given.machine}". There are: ${someOf(names, given.machine)}`,
    );
  }
  if (model.documents.length === 0) {
    throw new UsageError(`No catalog was read under --catalog, so there is no rule to explain.`);
  }
  const update = updateMeant(model.updates, given.update);
  const explanation = update && states ? model.explain(machine, update.id, states) : null;
  if (explanation === null) {
    throw new UsageError(
      `No catalog that was given knows the update "${given.update}". ` +
        `Nearest: ${nearestUpdates(model.updates, given.update).join(', ') || 'none'}. ` +
        `Searched: ${loadedCatalogs(model.documents)}. If it is of another month, add that document under --catalog.`,
    );
  }
  process.stdout.write(given.json ? `${JSON.stringify(explanation, null, 2)}\n` : explainText(explanation));
  return remarks.rejected.length > 0 ? exitCodes.rejected : exitCodes.done;
}
