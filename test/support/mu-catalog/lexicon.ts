/** Languages of the real catalog and words for each, made up from the letters of its script. */
import { pick, whole } from '../seeded.ts';
import { randomOf } from './identity.ts';

interface Script {
  readonly letters: string;
  /** Letters of a word at least and at most. */
  readonly length: readonly [number, number];
}

const latin = 'aaeeiioourstnlmdpkgbvhfczj';
const scripts: Readonly<Record<string, Script>> = {
  arabic: { letters: 'ابتثجحخدذرزسشصضطعغفقكلمنهوي', length: [3, 8] },
  cyrillic: { letters: 'аабвгдеежзиийклмноопрстуфхцчшщыьэюя', length: [3, 11] },
  greek: { letters: 'ααβγδεεζηθικλμνξοπρσςτυφχψω', length: [3, 10] },
  hebrew: { letters: 'אבגדהוזחטיכלמנסעפצקרשת', length: [2, 7] },
  hindi: { letters: 'अआइईउएकखगघचछजटडतथदनपबभमयरलवशसह', length: [2, 7] },
  japanese: {
    letters: 'あいうえおかきくけこさしすせそたちつてとなにのはまもやらりるをんアイウエオカキク更新確認設定',
    length: [2, 6],
  },
  korean: { letters: '가나다라마바사아자차카타파하거너더러머버서어저처고노도로모보소오', length: [2, 5] },
  chinese: {
    letters: '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动',
    length: [1, 4],
  },
  thai: { letters: 'กขคงจชซดตถทธนบปผพมยรลวสหอะาิีึุู', length: [3, 9] },
};

const languageScripts: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'cyrillic',
  cs: 'ěščřžýáíé',
  da: 'æøå',
  de: 'äöüß',
  el: 'greek',
  en: '',
  es: 'áéíóúñ',
  et: 'õäöü',
  fi: 'äöä',
  fr: 'éèêçà',
  he: 'hebrew',
  hi: 'hindi',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  it: 'àèìòù',
  ja: 'japanese',
  ko: 'korean',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  nb: 'æøå',
  nl: 'ëïé',
  pl: 'ąćęłńóśźż',
  pt: 'ãõáéíç',
  'pt-br': 'ãõáéíç',
  ro: 'ăâîșț',
  ru: 'cyrillic',
  sk: 'áäčďéíľňóôšť',
  sl: 'čšž',
  sr: 'čćđšž',
  sv: 'åäö',
  th: 'thai',
  tr: 'çğıöşü',
  uk: 'cyrillic',
  'zh-cn': 'chinese',
  'zh-hk': 'chinese',
  'zh-tw': 'chinese',
};

/** The 37 folders of `l/`. */
export const languages: readonly string[] = Object.keys(languageScripts);

const english = (
  'update security system computer install restart problem remove product version issue page change article file ' +
  'service server person device network setting program feature office account window driver report answer known list ' +
  'before after while about again through without within because other every small large earlier later resolves affects ' +
  'improves repairs replaces requires contains offers helps keeps the a of to in and is that for with this can may your'
).split(' ');

function word(script: Script, random: () => number): string {
  const [least, most] = script.length;
  const length = least + whole(random, most - least + 1);
  const letters = [...script.letters];
  return Array.from({ length }, () => pick(random, letters)).join('');
}

function wordsOf(language: string): readonly string[] {
  if (language === 'en') return english;
  const random = randomOf(0, `words of ${language}`);
  const own = languageScripts[language] ?? '';
  const script = scripts[own] ?? { letters: latin + own, length: [2, 10] };
  return Array.from({ length: 600 }, () => word(script, random));
}

const kept = new Map<string, readonly string[]>();

export function lexicon(language: string): readonly string[] {
  const known = kept.get(language) ?? wordsOf(language);
  kept.set(language, known);
  return known;
}
