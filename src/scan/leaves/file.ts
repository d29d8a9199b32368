/**
 * File rules (applicability rules, section 3, Files). A file that is not there makes every comparison
 * false, LessThan too; what nobody looked at of a file that is there is unknown.
 */
import type { FileData, RecordedFact, RuleLeaf } from '../../domain/index.ts';
import { answered, combined, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { holds, orderOfVersions, parseVersion } from './compare.ts';
import { lookUpFile } from './file-lookup.ts';
import { orderOfTimes, parseTime } from './file-time.ts';

type Of<K extends RuleLeaf['kind']> = Extract<RuleLeaf, { readonly kind: K }>;

/** Every attribute given must match exactly. */
export function answerOfFileExists(leaf: Of<'file-exists'>, context: LeafContext): LeafAnswer {
  const looked = lookUpFile(leaf.path, context);
  if ('answer' in looked) return looked.answer;
  const { facts } = looked;
  if (looked.fact.state === 'absent') return answered(false, facts);
  const data = dataOf(looked.fact);
  const tests: LeafAnswer[] = [answered(true, facts)];
  if (leaf.version !== null) tests.push(versionTest(data, 'EqualTo', leaf.version, facts));
  if (leaf.created !== null) tests.push(timeTest(data.created, 'EqualTo', leaf.created, facts));
  if (leaf.modified !== null) tests.push(timeTest(data.modified, 'EqualTo', leaf.modified, facts));
  if (leaf.size !== null) tests.push(numberTest(data.size, 'EqualTo', leaf.size, facts));
  if (leaf.language !== null) tests.push(numberTest(data.language, 'EqualTo', leaf.language, facts));
  return combined('and', tests);
}

export function answerOfFileVersion(leaf: Of<'file-version'>, context: LeafContext): LeafAnswer {
  return ofFile(leaf, context, (data, facts) => versionTest(data, leaf.comparison, leaf.version, facts));
}

export function answerOfFileTime(leaf: Of<'file-time'>, context: LeafContext): LeafAnswer {
  return ofFile(leaf, context, (data, facts) =>
    timeTest(leaf.which === 'created' ? data.created : data.modified, leaf.comparison, leaf.time, facts),
  );
}

export function answerOfFileSize(leaf: Of<'file-size'>, context: LeafContext): LeafAnswer {
  return ofFile(leaf, context, (data, facts) => numberTest(data.size, leaf.comparison, leaf.size, facts));
}

/** MSSecure R6. */
export function answerOfFileChecksum(leaf: Of<'file-checksum'>, context: LeafContext): LeafAnswer {
  return ofFile(leaf, context, (data, facts) =>
    data.checksum === undefined ? missingOf(facts) : answered(data.checksum === leaf.checksum, facts),
  );
}

function ofFile(
  leaf: Of<'file-version' | 'file-time' | 'file-size' | 'file-checksum'>,
  context: LeafContext,
  test: (data: FileData, facts: readonly RecordedFact[]) => LeafAnswer,
): LeafAnswer {
  const looked = lookUpFile(leaf.path, context);
  if ('answer' in looked) return looked.answer;
  if (looked.fact.state === 'absent') return answered(false, looked.facts);
  return test(dataOf(looked.fact), looked.facts);
}

/** Versions as the binary has them; a file without a version resource fails every comparison. */
function versionTest(
  data: FileData,
  comparison: Of<'file-version'>['comparison'],
  version: string,
  facts: readonly RecordedFact[],
): LeafAnswer {
  const wanted = parseVersion(version);
  if (wanted === null) return notUnderstood('FileVersion Version', facts);
  if (data.version === undefined) return missingOf(facts);
  if (data.version === null) return answered(false, facts);
  const found = parseVersion(data.version);
  if (found === null) return missingOf(facts);
  return answered(holds(comparison, orderOfVersions(found, wanted)), facts);
}

function timeTest(
  found: string | undefined,
  comparison: Of<'file-time'>['comparison'],
  time: string,
  facts: readonly RecordedFact[],
): LeafAnswer {
  const wanted = parseTime(time);
  if (wanted === null) return notUnderstood('file time', facts);
  const at = found === undefined ? null : parseTime(found);
  if (at === null) return missingOf(facts);
  return answered(holds(comparison, orderOfTimes(at, wanted)), facts);
}

function numberTest(
  found: number | undefined,
  comparison: Of<'file-size'>['comparison'],
  wanted: number,
  facts: readonly RecordedFact[],
): LeafAnswer {
  if (found === undefined) return missingOf(facts);
  return answered(holds(comparison, found - wanted), facts);
}

function missingOf(facts: readonly RecordedFact[]): LeafAnswer {
  return notCollected([(facts[0] as RecordedFact).subject], facts);
}

function dataOf(fact: RecordedFact): FileData {
  return typeof fact.value === 'object' ? (fact.value as FileData) : {};
}
