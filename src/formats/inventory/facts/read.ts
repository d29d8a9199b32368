import * as v from 'valibot';
import type { Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { CollectedFacts } from '../collected-facts.ts';
import { loadBytes } from '../load-text.ts';
import { makeReading } from '../reading.ts';
import { domainName } from './domains.ts';
import { expectedWords, foundWords } from './expected-words.ts';
import { readFact } from './fact-reader.ts';
import type { FieldFault } from './fact-reader.ts';
import { jsonPlaces } from './json-places.ts';
import { factsLimits } from './limits.ts';
import { answersOfMachine, machineSchema, unknownOsNames } from './machine-block.ts';
import { osFactsOf } from './os-facts.ts';
import { parseJson } from './parse-json.ts';

const factsFormatName = 'patchferry-facts/1';

/** Whether a file is a facts file of any version: a JSON object that says so near its start. */
export function sniffFacts(head: Head): boolean {
  return /^\s*\{/.test(head.text) && /"format"\s*:\s*"patchferry-facts\//.test(head.text);
}

const fileSchema = v.looseObject({
  format: v.literal(factsFormatName),
  machine: machineSchema,
  complete: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(factsLimits.maxName))), v.maxLength(1000)),
    [],
  ),
  facts: v.array(v.unknown()),
});

/**
 * Reads a facts file (`docs/guide/facts-file.md`, `schema.json`). A record that is not in the form
 * refuses the file and is named by its number and field; kinds and domains of a later version are
 * passed over with a warning; one subject with two answers is unavailable.
 *
 * Rejections: `file-empty`, `file-too-large`, `encoding-not-understood`, `too-deep`, `cut-off`,
 * `limit-exceeded`, `facts-malformed`, `cancelled` and those of the medium.
 */
export function readFacts(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    if (file.size > factsLimits.maxBytes) {
      const details = { bytes: file.size, maximum: factsLimits.maxBytes };
      throw formatError('file-too-large', file.name, '', details);
    }
    const { content, sha256 } = await loadBytes(file, context);
    const text = decode(content, file.name);
    const places = jsonPlaces(text);
    const parsed = v.safeParse(fileSchema, parseJson(text, file.name, places), { abortEarly: true });
    if (!parsed.success) {
      const [issue] = parsed.issues;
      throw malformed(file.name, '', {
        field: v.getDotPath(issue) ?? '',
        expected: expectedWords(issue),
        found: foundWords(issue),
      });
    }
    const { machine, complete, facts: records } = parsed.output;
    if (records.length > factsLimits.maxFacts) {
      throw formatError('limit-exceeded', file.name, '', { limit: 'facts', maximum: factsLimits.maxFacts });
    }
    const collected = new CollectedFacts(file.name);
    for (const { answer, member } of answersOfMachine(machine)) {
      collected.add(answer, places.machine.get(member) ?? null);
    }
    for (const member of unknownOsNames(machine)) collected.pass(`os ${member}`);
    records.forEach((record, at) => {
      const read = readFact(record);
      if ('fault' in read) throw malformed(file.name, `record ${String(at + 1)}`, read.fault);
      if ('unknown' in read) collected.pass(read.unknown);
      else for (const answer of read.answers) collected.add(answer, places.records[at] ?? null);
    });
    const domains = complete.map((written) => domainName(written) ?? collected.pass(`complete ${written}`));
    const facts = collected.facts();
    const source = { file: file.name, bytes: file.size, sha256, guessed: false };
    const os = osFactsOf(facts, source);
    const reading = makeReading(
      source,
      'facts',
      writtenName(text, machine.name),
      { os, hotfixes: null },
      collected.warnings(),
    );
    const known = domains.filter((domain) => domain !== null);
    return {
      use: 'reading',
      reading: {
        ...reading,
        collectedAt: machine.collectedAt ?? null,
        facts: { facts, complete: [...new Set(known)].sort() },
      },
    };
  });
}

/** The name with the line its value stands in; the first one where the text escapes it. */
function writtenName(text: string, name: string) {
  const at = text.indexOf(JSON.stringify(name));
  return { text: name, line: text.slice(0, Math.max(at, 0)).split('\n').length };
}

function malformed(file: string, place: string, { field, expected, found }: FieldFault) {
  const where = [place, field].filter((part) => part !== '').join(', ');
  return formatError('facts-malformed', file, where, { field, expected, found });
}

/** UTF-8, or UTF-16 with its mark. */
function decode(content: Uint8Array, file: string): string {
  const [first, second] = content;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw formatError('encoding-not-understood', file, '', { encoding: wide ?? 'UTF-8' }, cause);
  }
}
