/** Registry rules (applicability rules, section 3) and MSSecure's R3. */
import type { LeafContext, LeafAnswer } from './answer.ts';
import { answered, notCollected, notUnderstood } from './answer.ts';
import type { RecordedFact, RegistryData, RegistryValuePath, RuleLeaf } from '../../domain/index.ts';
import { holds, isUint32, orderOfVersions, parseVersion, testText } from './compare.ts';
import { keyFact, valueFact } from './registry-lookup.ts';
import { placesOf } from './registry-path.ts';

type Of<K extends RuleLeaf['kind']> = Extract<RuleLeaf, { readonly kind: K }>;

/** A value that was looked at (known or absent), or the answer that ends the question. */
export type ValueLookup =
  { readonly fact: RecordedFact; readonly data: RegistryData | null } | { readonly answer: LeafAnswer };

const outsideLoop = 'HKEY_LOOP_TARGET outside a RegKeyLoop';

/** Looks a value up; `data` is null where it is absent. */
export function lookUpValue(path: RegistryValuePath, context: LeafContext): ValueLookup {
  const places = placesOf(path, context);
  if (places === 'no-target') return { answer: notUnderstood(outsideLoop) };
  if (places === 'never') {
    const subject = { kind: 'reg_value' as const, view: path.view, key: path.key, value: path.value };
    return { fact: { subject, state: 'absent', file: '', line: null }, data: null };
  }
  const fact = valueFact(context.machine.facts, places, path.value);
  if (fact.state === 'unavailable') return { answer: notCollected([fact.subject]) };
  return { fact, data: fact.state === 'absent' ? null : (fact.value as RegistryData) };
}

export function answerOfKeyExists(leaf: Of<'reg-key-exists'>, context: LeafContext): LeafAnswer {
  const places = placesOf(leaf.path, context);
  if (places === 'no-target') return notUnderstood(outsideLoop);
  if (places === 'never') return answered(false, []);
  const fact = keyFact(context.machine.facts, places);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  return answered(fact.state === 'known', [fact]);
}

/** An empty value name is the default value, and asks whether that is set (section 3, spec reading). */
export function answerOfValueExists(leaf: Of<'reg-value-exists'>, context: LeafContext): LeafAnswer {
  const looked = lookUpValue(leaf.path, context);
  if ('answer' in looked) return looked.answer;
  const { fact, data } = looked;
  return answered(data !== null && (leaf.type === null || data.type === leaf.type), [fact]);
}

/** Missing values and values of another type follow the policy (section 3, Missing DWORD policy). */
export function answerOfDword(leaf: Of<'reg-dword'>, context: LeafContext): LeafAnswer {
  if (!isUint32(leaf.data)) return notUnderstood('RegDword Data');
  const looked = lookUpValue(leaf.path, context);
  if ('answer' in looked) return looked.answer;
  const { fact, data } = looked;
  if (data !== null && data.type === 'REG_DWORD') {
    if (typeof data.data !== 'number') return notCollected([fact.subject], [fact]);
    // Script hosts read DWORDs above 2^31 as negative numbers.
    const found = data.data < 0 ? data.data + 4294967296 : data.data;
    return answered(holds(leaf.comparison, found - leaf.data), [fact]);
  }
  const asZero = holds(leaf.comparison, 0 - leaf.data);
  if (context.policy.missingValue === 'zero') {
    return answered(asZero, [fact], asZero || data !== null ? 'missing-value-policy' : null);
  }
  if (data !== null) return notUnderstood('RegDword of another type', [fact]);
  return answered(false, [fact], asZero ? 'missing-value-policy' : null);
}

export function answerOfText(leaf: Of<'reg-text'>, context: LeafContext): LeafAnswer {
  const element = leaf.type === 'REG_SZ' ? 'RegSz' : 'RegExpandSz';
  // The schema wants at least one character.
  if (leaf.data === '') return notUnderstood(`${element} Data`);
  const looked = lookUpValue(leaf.path, context);
  if ('answer' in looked) return looked.answer;
  const { fact, data } = looked;
  if (data === null) return answered(false, [fact]);
  if (data.type !== leaf.type || typeof data.data !== 'string') {
    return notUnderstood(`${element} of another type`, [fact]);
  }
  let text = data.data;
  if (leaf.type === 'REG_EXPAND_SZ' && text.indexOf('%') >= 0) {
    if (data.expanded === undefined) return notCollected([fact.subject], [fact]);
    text = data.expanded;
  }
  const { truth, byPolicy } = testText(leaf.comparison, text, leaf.data, context.policy);
  return policyAnswer(truth, fact, byPolicy, element);
}

/** Equal but for the case: unknown names the policy, since no fact would settle it. */
function policyAnswer(
  truth: LeafAnswer['truth'],
  fact: RecordedFact,
  byPolicy: boolean,
  element: string,
): LeafAnswer {
  const mark = byPolicy ? ('string-case-policy' as const) : null;
  const answer = answered(truth, [fact], mark);
  if (truth !== 'unknown') return answer;
  const { facts, missing, policy, found, branches } = answer;
  return { truth, facts, missing, elements: [`${element} case of letters`], policy, found, branches };
}

/** A missing value compares as 0.0.0.0 or is false, by policy; text that is no version is unknown. */
export function answerOfVersion(leaf: Of<'reg-version'>, context: LeafContext): LeafAnswer {
  const wanted = parseVersion(leaf.data);
  if (wanted === null) return notUnderstood('RegSzToVersion Data');
  const looked = lookUpValue(leaf.path, context);
  if ('answer' in looked) return looked.answer;
  const { fact, data } = looked;
  if (data === null) {
    const asZero = holds(leaf.comparison, orderOfVersions(['0'], wanted));
    const zero = context.policy.missingValue === 'zero';
    return answered(zero && asZero, [fact], asZero ? 'missing-value-policy' : null);
  }
  if (data.type !== 'REG_SZ' || typeof data.data !== 'string') {
    return notUnderstood('RegSzToVersion of another type', [fact]);
  }
  const found = parseVersion(data.data);
  if (found === null) return notUnderstood('RegSzToVersion of text that is no version', [fact]);
  return answered(holds(leaf.comparison, orderOfVersions(found, wanted)), [fact]);
}

/** MSSecure R3: the value must exist and be equal: trimmed, case ignored, numbers as numbers. */
export function answerOfEquals(leaf: Of<'reg-equals'>, context: LeafContext): LeafAnswer {
  const looked = lookUpValue(leaf.path, context);
  if ('answer' in looked) return looked.answer;
  const { fact, data } = looked;
  if (data === null) return answered(false, [fact]);
  const value = data.data;
  if (typeof value !== 'string' && typeof value !== 'number') return notCollected([fact.subject], [fact]);
  const found = trimmed(String(value));
  const wanted = trimmed(leaf.data);
  const numbers = /^-?\d+$/.test(found) && /^-?\d+$/.test(wanted);
  return answered(numbers ? Number(found) === Number(wanted) : found.toLowerCase() === wanted.toLowerCase(), [
    fact,
  ]);
}

function trimmed(text: string): string {
  return text.replace(/^\s+/, '').replace(/\s+$/, '');
}
