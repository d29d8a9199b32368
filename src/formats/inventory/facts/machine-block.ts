import * as v from 'valibot';
import { osFactNames } from '../../../domain/index.ts';
import type { FactValue, OsFactName } from '../../../domain/index.ts';
import type { Answer } from '../collected-facts.ts';
import { factsLimits } from './limits.ts';
import { osValues } from './os-values.ts';
import { factArguments } from './subjects.ts';

const name = v.pipe(v.string(), v.maxLength(factsLimits.maxName));
const given = Object.fromEntries(
  Object.entries(osValues).map(([key, schema]) => [
    key,
    v.nullish(schema as v.GenericSchema<unknown, FactValue>),
  ]),
);

/** `machine`: members that this version does not know are let through. */
export const machineSchema = v.looseObject({
  name: v.optional(name, ''),
  os: v.optional(v.looseObject(given), {}),
  folders: v.optional(v.record(name, factArguments.file.path), {}),
  /** ISO 8601; without a zone UTC is meant. */
  collectedAt: v.nullish(
    v.pipe(
      v.string(),
      v.regex(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)?$/,
        'a time such as 2026-11-21T01:20:30Z',
      ),
      v.transform((text) => (/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)),
      v.check((text) => !Number.isNaN(Date.parse(text))),
      v.transform((text) => new Date(text).toISOString()),
    ),
  ),
});
export type MachineBlock = v.InferOutput<typeof machineSchema>;

/** An answer and the name of the member it was read from. */
interface MemberAnswer {
  readonly answer: Answer;
  readonly member: string;
}

/** Facts that stand in the machine block; `null` says nothing. A fourth number of a version is the UBR. */
export function answersOfMachine({ os, folders }: MachineBlock): readonly MemberAnswer[] {
  const answers: MemberAnswer[] = [];
  for (const fact of osFactNames) {
    const value = os[fact];
    if (value === null || value === undefined) continue;
    answers.push(...osAnswers(fact, value).map((answer) => ({ answer, member: fact })));
  }
  for (const [folder, path] of Object.entries(folders)) {
    const subject = { kind: 'folder', name: folder.trim().replace(/\\+$/, '') } as const;
    answers.push({ answer: { subject, state: 'known', value: path }, member: folder });
  }
  return answers;
}

/** Members of `machine.os` that are no fact this version knows. */
export function unknownOsNames({ os }: MachineBlock): readonly string[] {
  return Object.keys(os).filter((key) => !(osFactNames as readonly string[]).includes(key));
}

/** Known facts of the operating system: a version of four numbers is two facts. */
export function osAnswers(fact: OsFactName, value: FactValue): readonly Answer[] {
  const answer = (of: OsFactName, found: FactValue): Answer => ({
    subject: { kind: 'os', name: of },
    state: 'known',
    value: found,
  });
  const four =
    fact === 'version' && typeof value === 'string' ? /^(\d+\.\d+\.\d+)\.(\d+)$/.exec(value) : null;
  if (!four) return [answer(fact, value)];
  return [answer('version', four[1] ?? ''), answer('ubr', Number(four[2]))];
}
