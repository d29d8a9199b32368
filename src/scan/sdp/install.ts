/** What installing a package runs and fetches, as the catalog says it (sdp, section 2, handlers). */
import type { InstallBehaviour, SdpHandler, SdpItem, SdpPackage } from '../../domain/index.ts';
import type { RestartRequired } from '../../domain/index.ts';

type Command = Omit<InstallBehaviour, 'files'>;

/** Success codes of Windows Installer (installers, section 3.4). */
const msiCodes: Command['returnCodes'] = [
  { code: 0, result: 'Succeeded', reboot: false },
  { code: 1641, result: 'Succeeded', reboot: true },
  { code: 3010, result: 'Succeeded', reboot: true },
];

/**
 * Command line, return codes and files. The items of one package may be run differently; which one a
 * machine needs is then its own rule, so no single command is named and `program` is empty.
 */
export function installOf(read: SdpPackage): InstallBehaviour | undefined {
  const commands = read.items.flatMap(({ handler }) => (handler === null ? [] : (commandOf(handler) ?? [])));
  const files = read.items.flatMap(({ file }) =>
    file === null
      ? []
      : [{ name: file.name, size: file.size, sha1: file.sha1, sha256: file.sha256, url: file.url }],
  );
  const [first] = commands;
  if (first === undefined) {
    return files.length === 0 ? undefined : { ...unnamed, files };
  }
  const text = JSON.stringify(first);
  const isOne = commands.every((command) => JSON.stringify(command) === text);
  return { ...(isOne ? first : unnamed), files };
}

const unnamed: Command = { program: '', arguments: '', defaultResult: 'Failed', returnCodes: [] };

function commandOf(handler: SdpHandler): Command | null {
  switch (handler.kind) {
    case 'command-line':
      return {
        program: handler.program,
        arguments: handler.arguments,
        defaultResult: handler.defaultResult,
        returnCodes: handler.returnCodes.map(({ code, result, reboot }) => ({ code, result, reboot })),
      };
    case 'msi':
      return installer('/i', handler.file, handler.commandLine);
    case 'msp':
      return installer('/update', handler.file, handler.commandLine);
    case 'other':
      return null;
  }
}

function installer(verb: string, file: string, properties: string): Command {
  const line = `${verb} "${file}" /qn /norestart ${properties}`.trim();
  return { program: 'msiexec.exe', arguments: line, defaultResult: 'Failed', returnCodes: msiCodes };
}

const restarts = { AlwaysRequiresReboot: 'yes', CanRequestReboot: 'maybe', NeverReboots: 'no' } as const;
const strongest: readonly RestartRequired[] = ['yes', 'maybe', 'no'];

/** Of several items the behaviour to prepare for; the schema's default is CanRequestReboot. */
export function restartOf(items: readonly SdpItem[]): RestartRequired {
  const words = items
    .filter(({ handler }) => handler !== null)
    .map(({ install }) => restarts[install?.rebootBehavior ?? 'CanRequestReboot']);
  return strongest.find((word) => words.some((other) => other === word)) ?? 'unknown';
}
