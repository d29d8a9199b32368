import { notCollected } from '../../src/domain/index.ts';
import type {
  Architecture,
  Fact,
  InstallationType,
  ListCompleteness,
  Machine,
  OsRole,
} from '../../src/domain/index.ts';

export interface MadeMachine {
  readonly id?: string;
  readonly version?: string;
  readonly role?: OsRole;
  readonly architecture?: Architecture;
  readonly installation?: InstallationType;
  readonly servicePack?: number;
  readonly ubr?: number;
  readonly edition?: string;
  readonly kbs?: readonly number[];
  readonly list?: ListCompleteness;
}

/** A machine from a few words; what is left out was not collected, the list is complete. */
export function machine(made: MadeMachine): Machine {
  const id = made.id ?? 'pc';
  const fact = <T extends string | number>(value: T | undefined): Fact<T> =>
    value === undefined
      ? notCollected
      : {
          state: 'known',
          value,
          evidence: { file: `${id}.txt`, sha256: 'f', line: 1, text: String(value) },
        };
  return {
    id,
    name: id.toUpperCase(),
    os: {
      version: fact(made.version),
      name: notCollected,
      servicePack: fact(made.servicePack),
      architecture: fact(made.architecture),
      role: fact(made.role),
      installation: fact(made.installation),
      ubr: fact(made.ubr),
      edition: fact(made.edition),
    },
    hotfixes: {
      completeness: made.list ?? 'complete',
      entries: [...(made.kbs ?? [])]
        .sort((a, b) => a - b)
        .map((kb, i) => ({ id: `KB${String(kb)}`, kb, installedOn: null, file: `${id}.txt`, line: i + 2 })),
    },
    files: [{ name: `${id}.txt`, sha256: 'f', format: 'systeminfo', importedAt: 0, collectedAt: null }],
    history: [],
    incomplete: [],
  };
}

/** Windows 10 1809 x64 client, the machine of most examples. */
export function win1809(made: MadeMachine = {}): Machine {
  return machine({ version: '10.0.17763', role: 'client', architecture: 'x64', ...made });
}
/** Windows 7 SP1 x64 client. */
export function win7(made: MadeMachine = {}): Machine {
  return machine({ version: '6.1.7601', role: 'client', architecture: 'x64', servicePack: 1, ...made });
}
