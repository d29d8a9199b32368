import { hotpatchRevision, practiceKb, practiceRevision } from './practice-catalog.ts';
import type { PracticeLanguage } from './systeminfo-words.ts';
import type { PracticeEncoding } from './text-encodings.ts';

/** What a practice machine leaves behind: one or two files, and maybe a line in the UBR table. */
export interface PracticeMachine {
  /** Host name, and the stem of its files. */
  readonly name: string;
  readonly language: PracticeLanguage;
  readonly encoding: PracticeEncoding;
  /** Null: nobody ran systeminfo there. */
  readonly os: readonly [name: string, version: string] | null;
  readonly hotfixes: readonly string[];
  readonly ubr: number | null;
  /** The hotfix table of the same machine: with the host name in it, without it, or not brought along. */
  readonly table: 'named' | 'nameless' | null;
  /** The host name was taken out of the systeminfo file. */
  readonly nameRemoved: boolean;
}

const kb = (month: number, track: number): string => `KB${practiceKb(month, track)}`;
/** Hotfixes from before the practice catalog; no document knows them. */
const older = ['KB9400101', 'KB9400202', 'KB9400303'];
/** More than the 4,095 characters of systeminfo hold. */
const longList = Array.from({ length: 260 }, (_, index) => `KB${9_300_000 + index * 7}`);

const windows10 = ['Microsoft Windows 10 Pro', '10.0.19045'] as const;
const windows11 = ['Microsoft Windows 11 Enterprise', '10.0.22631'] as const;
const windows11New = ['Microsoft Windows 11 Enterprise', '10.0.26100'] as const;
const server19 = ['Microsoft Windows Server 2019 Standard', '10.0.17763'] as const;
const server22 = ['Microsoft Windows Server 2022 Standard', '10.0.20348'] as const;
const server25 = ['Microsoft Windows Server 2025 Standard', '10.0.26100'] as const;
const server12 = ['Microsoft Windows Server 2012 R2 Standard', '6.3.9600'] as const;

/** 25 machines: every state, every grade that files can give, and the usual damage. */
export function practiceFleet(): readonly PracticeMachine[] {
  return [
    // Measured: the build decides.
    pc('W10-01', windows10, { hotfixes: [kb(3, 11)], ubr: practiceRevision(3) }),
    pc('W10-02', windows10, { hotfixes: [kb(2, 11)], ubr: practiceRevision(2) }),
    pc('W10-03', windows10, {
      language: 'de',
      encoding: 'utf-16le-bom',
      hotfixes: older,
      ubr: practiceRevision(0),
    }),
    // Listed: an older cumulative update in the list.
    pc('W10-04', windows10, { language: 'de', encoding: 'cp850', hotfixes: [...older, kb(1, 11)] }),
    // Inferred: only numbers far below.
    pc('W10-05', windows10, { language: 'fr', encoding: 'cp850', hotfixes: older }),
    // Unknown: a preview that no document knows lies between September and October.
    pc('W10-06', windows10, { language: 'es', encoding: 'cp850', hotfixes: [...older, 'KB9645500'] }),
    // Unknown: the list is cut, and nobody brought the table.
    pc('W10-07', windows10, { language: 'it', hotfixes: [...longList, kb(1, 11)] }),
    pc('W10-08', windows10, { language: 'ru', encoding: 'utf-8-bom' }),
    pc('W11-01', windows11, {
      language: 'zh',
      encoding: 'utf-16le-bom',
      hotfixes: [kb(3, 21)],
      ubr: practiceRevision(3),
    }),
    pc('W11-02', windows11, { hotfixes: [...older, kb(2, 21)] }),
    pc('W11-03', windows11New, { hotfixes: [kb(0, 31)], ubr: practiceRevision(0) }),
    pc('W11-04', windows11New, { language: 'de', encoding: 'utf-8', hotfixes: [...older, kb(3, 31)] }),
    pc('S19-01', server19, { hotfixes: [kb(1, 91), kb(2, 41)], ubr: practiceRevision(2) }),
    pc('S19-02', server19, {
      language: 'fr',
      encoding: 'utf-16le-bom',
      hotfixes: [...older, kb(0, 41)],
      table: 'named',
    }),
    pc('S22-01', server22, { hotfixes: [kb(3, 51)], ubr: practiceRevision(3) }),
    pc('S22-02', server22, {
      language: 'de',
      encoding: 'cp850',
      hotfixes: [kb(1, 51)],
      ubr: practiceRevision(1),
    }),
    // On the hotpatch track since September.
    pc('S25-01', server25, { hotfixes: [kb(0, 32), kb(1, 33)], ubr: hotpatchRevision }),
    pc('S25-02', server25, { hotfixes: [kb(0, 32)], ubr: practiceRevision(0) }),
    pc('S12-01', server12, { hotfixes: [...older, kb(2, 61)] }),
    // The table completes the cut list.
    pc('S12-02', server12, {
      language: 'ru',
      encoding: 'utf-16le-bom',
      hotfixes: [...longList, kb(0, 61)],
      table: 'nameless',
    }),
    pc('S12-03', server12, { language: 'es', encoding: 'cp850', hotfixes: [...older, kb(0, 62), kb(1, 62)] }),
    // No document speaks of this Windows.
    pc('W7-01', ['Microsoft Windows 7 Professional', '6.1.7601'], { hotfixes: older }),
    // A Windows newer than this program.
    pc('NEW-01', ['Microsoft Windows 12 Pro', '10.0.39999'], { hotfixes: [kb(3, 11)] }),
    // Only the hotfix table: nothing is known about the operating system.
    pc('LST-01', null, { hotfixes: [kb(2, 51)], table: 'named' }),
    // The name was taken out of systeminfo; the table beside it has it.
    pc('LAB-01', windows10, { hotfixes: [...older, kb(2, 11)], table: 'named', nameRemoved: true }),
    // No name anywhere: the import asks.
    pc('LAB-02', windows11, { hotfixes: [...older, kb(3, 21)], nameRemoved: true }),
  ];
}

function pc(
  name: string,
  os: PracticeMachine['os'],
  changes: Partial<Omit<PracticeMachine, 'name' | 'os'>>,
): PracticeMachine {
  return {
    name: `PRACTICE-${name}`,
    os,
    language: 'en',
    encoding: 'ascii',
    hotfixes: [],
    ubr: null,
    table: null,
    nameRemoved: false,
    ...changes,
  };
}
