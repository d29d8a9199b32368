/** WindowsLanguage, PlatformLanguage, MuiInstalled, MuiLanguageInstalled (applicability rules, section 3). */
import { factOf } from '../../domain/fact-table.ts';
import type { RecordedFact, RuleLeaf, Truth } from '../../domain/index.ts';
import { answered, combined, negated, notCollected } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { osFact } from './os-facts.ts';
import { textList } from './registry-lookup.ts';

/** Region that a neutral language means: `de` is `de-DE`. Another region is unknown. */
const regions =
  'af-za ar-sa az-az be-by bg-bg ca-es cs-cz da-dk de-de el-gr en-us es-es et-ee eu-es fa-ir fi-fi fr-fr gl-es he-il ' +
  'hi-in hr-hr hu-hu id-id is-is it-it ja-jp ka-ge kk-kz ko-kr lt-lt lv-lv mk-mk ms-my nb-no nl-nl no-no pl-pl ' +
  'pt-br ro-ro ru-ru sk-sk sl-si sq-al sv-se sw-ke th-th tr-tr uk-ua ur-pk vi-vn zh-cn';

/** Whether a machine's tag is the wanted language, by the rule for specific and neutral tags. */
function sameLanguage(found: string, region: string | null, wanted: string): Truth {
  const wantedParts = tagParts(wanted);
  const parts = tagParts(found);
  if (parts[0] !== wantedParts[0]) return 'false';
  const foundRegion = parts[1] === '' && region !== null ? regionOf(region) : (parts[1] as string);
  if (wantedParts[1] !== '') {
    return foundRegion === '' ? 'unknown' : foundRegion === wantedParts[1] ? 'true' : 'false';
  }
  return foundRegion !== '' && ` ${regions} `.indexOf(` ${parts[0] as string}-${foundRegion} `) >= 0
    ? 'true'
    : 'unknown';
}

/** Language and the rest of a tag, lower case. */
function tagParts(tag: string): readonly string[] {
  const text = tag.replace(/_/g, '-').toLowerCase();
  const cut = text.indexOf('-');
  return cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 1)];
}

/** Region of a tag `de-AT` or of a bare `AT`. */
function regionOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.slice(lower.lastIndexOf('-') + 1);
}

/** False wherever a MUI pack is installed, whatever the language (spec). */
export function answerOfLanguage(
  leaf: Extract<RuleLeaf, { readonly kind: 'windows-language' }>,
  context: LeafContext,
): LeafAnswer {
  const language = osFact(context.machine, 'language');
  return combined('and', [testLanguage(language, leaf.language, context), negated(muiInstalled(context))]);
}

function testLanguage(fact: RecordedFact, wanted: string, context: LeafContext): LeafAnswer {
  if (fact.state !== 'known' || typeof fact.value !== 'string') return notCollected([fact.subject]);
  const region = factOf(context.machine.facts, { kind: 'os', name: 'region' });
  const place = region.state === 'known' && typeof region.value === 'string' ? region.value : null;
  const truth = sameLanguage(fact.value, place, wanted);
  return truth === 'unknown' ? notCollected([region.subject], [fact]) : answered(truth, [fact]);
}

export function muiInstalled(context: LeafContext): LeafAnswer {
  const fact = osFact(context.machine, 'muiInstalled');
  if (fact.state === 'absent') return answered(false, [fact]);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  return answered(fact.value === true || fact.value === 1, [fact]);
}

/** False if MUI itself is not installed. */
export function answerOfMuiLanguage(
  leaf: Extract<RuleLeaf, { readonly kind: 'mui-language-installed' }>,
  context: LeafContext,
): LeafAnswer {
  const fact = osFact(context.machine, 'muiLanguages');
  return combined('and', [muiInstalled(context), listed(fact, leaf.language)]);
}

function listed(fact: RecordedFact, wanted: string): LeafAnswer {
  if (fact.state === 'absent') return answered(false, [fact]);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  let truth: Truth = 'false';
  for (const tag of textList(fact.value)) {
    const same = sameLanguage(tag, null, wanted);
    if (same === 'true') return answered(true, [fact]);
    if (same === 'unknown') truth = 'unknown';
  }
  return truth === 'unknown' ? notCollected([fact.subject], [fact]) : answered(truth, [fact]);
}
