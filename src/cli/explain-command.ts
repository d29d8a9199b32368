import { rejectionMessage } from '../formats/scan-json/index.ts';
import type { ExplainArguments } from './arguments.ts';
import { exitCodes, UsageError } from './exit-codes.ts';
import { explainText } from './explain-text.ts';
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
  const update = model.updates.find(({ id: own, kb }) => own === given.update || kb === given.update);
  const explanation = update && states ? model.explain(machine, update.id, states) : null;
  if (explanation === null) {
    const ids = model.updates.map((one) => one.id);
    throw new UsageError(
      `No catalog that was given knows the update "${given.update}". There are: ${someOf(ids, given.update)}`,
    );
  }
  process.stdout.write(given.json ? `${JSON.stringify(explanation, null, 2)}\n` : explainText(explanation));
  return remarks.rejected.length > 0 ? exitCodes.rejected : exitCodes.done;
}
