import type { ScanWarning } from '../formats/scan-json/index.ts';

type Details = ScanWarning['details'];
type Sentence = (details: Details) => string;

/** A value from a file, in quotes; outside text may be long. */
function quoted(value: string | number | undefined): string {
  return `"${String(value ?? '').slice(0, 120)}"`;
}

/** Names of a long list, the first five of them. */
function firstOf(names: string | number | undefined): string {
  const all = String(names ?? '').split(', ');
  const shown = all.slice(0, 5).join(', ');
  return all.length > 5 ? `${shown} and ${all.length - 5} more` : shown;
}

const waitReasons: Readonly<Record<string, string>> = {
  'no-full-report': 'none lies before it',
  gap: 'a report between is missing',
  'no-date': 'it says neither its time nor what it follows',
};

/** What a warning says, as a sentence; its first letter is made a capital. */
const sentences: Readonly<Record<ScanWarning['code'], Sentence>> = {
  'fixed-build-differs': () => 'one update has different builds for one product; the highest is used.',
  'supersedence-differs': () => 'one update names different superseded updates; all are used.',
  'content-differs': () => 'two places of the document contradict each other.',
  'fixed-build-outside-family': () => 'a build that is not one of the product is left out.',
  'two-updates-one-build': () => 'two updates share one build; only their KB decides.',
  'product-name-not-understood': (d) => `the product name ${quoted(d['product'])} is not understood.`,
  'date-implausible': () => 'a date is not plausible.',
  'months-missing': () => 'months between the imported documents are missing.',
  'older-edition-not-used': (d) => `an older edition (${d['edition']}) is not used.`,
  'fewer-updates': () => 'the document holds fewer updates than the edition before.',
  'reference-unresolved': () => 'an id of the catalog leads nowhere; that update stays Unknown.',
  'duplicate-id': (d) => `the id ${quoted(d['id'])} stands twice with different content.`,
  'supersedence-cycle': (d) =>
    `${String(d['updates'] ?? 'updates')} supersede each other in a circle; each keeps its own state.`,
  'superseding-patch-missing': () =>
    'a superseding patch is not in the catalog; the patch keeps its own state.',
  'elements-not-known': (d) =>
    `elements ${quoted(d['element'])} are not known to this version and passed over.`,
  'value-not-in-schema': (d) =>
    `the schema does not allow a value (${d['field']} ${quoted(d['value'])}); the default is used.`,
  'rule-not-understood': (d) =>
    `the rule element ${quoted(d['element'])} is not understood; what depends on it is Unknown.`,
  'prerequisite-not-imported': (d) =>
    `the prerequisite ${quoted(d['id'])} is in no imported catalog; what needs it is Unknown.`,
  'prerequisite-missing': (d) =>
    `the prerequisite ${quoted(d['id'])} is not in the catalog; it counts as not installed (${d['count']} updates name it).`,
  'prerequisites-never-met': (d) =>
    `the catalog does not hold what ${d['count']} updates need, ${quoted(d['first'])} the first; they are Not Required.`,
  'child-missing': (d) => `the part ${quoted(d['id'])} is not in the catalog; it counts as not applicable.`,
  'revisions-not-readable': (d) =>
    `the rules of ${d['count']} updates cannot be read (${d['fault']}), ${quoted(d['first'])} the first; they are Unknown.`,
  'prerequisites-too-deep': (d) =>
    `prerequisites of ${d['count']} updates stand on more than 200 others, one on another; they are Unknown.`,
  'prerequisite-cycle': () => 'packages need each other; all of them are Unknown.',
  'member-refused': (d) =>
    `${d['member']} is refused (${d['fault']}${d['place'] ? `, ${d['place']}` : ''}); ${d['refused']} of ${d['of']} files of the archive are refused, the others are used.`,
  'fragment-unreadable': (d) =>
    `a part of the update ${d['update']}, revision ${d['revision']}, is missing or cannot be read (${d['fault']}); without its rules it is Unknown.`,
  'fragments-unreadable': (d) =>
    `parts of updates are missing or cannot be read: ${d['count']}, of which ${d['named']} are named.`,
  'shard-missing': (d) =>
    `the cabinet ${quoted(d['shard'])} that the index names is missing; ${d['count']} updates are Unknown.`,
  'list-cut': (d) => `the list of KBs is cut off (${d['read']} read); a KB missing in it proves nothing.`,
  'declared-count-differs': (d) =>
    `the file declares ${d['declared']} KBs and lists ${d['read']}; a KB missing in it proves nothing.`,
  'kb-not-readable': (d) =>
    `${quoted(d['id'])} (line ${d['line']}) is no KB number (${d['count']} such entries); a KB missing in the list proves nothing.`,
  'clock-implausible': () => 'the clock of the machine is not plausible.',
  'file-contradicts-list': () => 'the entries for files and the list of KBs contradict each other.',
  'name-not-legal': (d) =>
    `the name ${quoted(d['name'])} (line ${d['line']}) is no legal host name and counts as missing ` +
    '(a host name has letters, digits, hyphens and underscores, with at least one letter or digit); ' +
    'the machine goes by the beginning of the file name.',
  'os-name-differs': (d) =>
    `the OS name ${quoted(d['name'])} (line ${d['line']}) does not fit the build ${d['version']}; the build decides.`,
  'encoding-guessed': () => 'the character set of the file is a guess.',
  'two-builds-one-name': (d) =>
    `${d['machine']} has several builds (${d['builds']}); ${d['used']} is the machine, the others are history.`,
  'may-be-renamed': (d) =>
    `${firstOf(d['machines'])} share product id and installation time: one renamed machine, or copies of one image.`,
  'facts-contradict': () =>
    'two answers to one question contradict each other; the fact counts as not available.',
  'facts-outweighed': (d) =>
    `${quoted(d['counts'])} (grade ${d['grade']}) and ${quoted(d['second'])} (grade ${d['weaker']}) contradict each other about ${d['fact']}; ${quoted(d['counts'])} counts.`,
  'facts-contradict-more': (d) => `contradictions between files that are not named: ${d['count']} more.`,
  'os-facts-contradict': (d) =>
    `${quoted(d['first'])} and ${quoted(d['second'])} contradict each other about ${d['fact']} of the operating system; ` +
    (d['counts'] === '' ? 'it counts as not available.' : `${quoted(d['counts'])} counts.`),
  'facts-not-known': () => 'kinds of facts that this version does not know were passed over.',
  'report-waits': (d) =>
    `a report of changes of ${d['machine']} waits for a full inventory (${waitReasons[String(d['because'])] ?? d['because']}); it makes no states.`,
  'file-cut': () => 'the file ends early; what it does not show counts as unknown.',
  'lines-not-understood': (d) =>
    `lines are in no known form (${d['count']}, the first is line ${d['line']}); what is missing from that part counts as unknown.`,
  'view-of-32-bit-process': (d) =>
    `a 32-bit program read the registry of a 64-bit Windows (line ${d['line']}); its values answer questions of the 32-bit view.`,
  'section-missing': (d) => `the section ${d['section']} is missing.`,
  'catalog-given-as-inventory': () =>
    'this is a catalog document, given as an inventory; it is used as a catalog.',
  'inventory-given-as-catalog': () => 'this is an inventory, given as a catalog; it is used as an inventory.',
  'declaration-expired': (d) =>
    `what ${d['by']} declared of ${d['product']} counted until ${d['until']} and counts no more.`,
  'declarations-contradict': (d) =>
    `what ${d['by']} and ${d['other']} declared of ${d['product']} contradicts each other on ${d['machines']} machines; there neither counts.`,
  'declaration-refuted': (d) =>
    `${d['machine']} lists KB${d['kb']}, which is only for products declared absent, ${d['product']} among them; what ${d['by']} declared of it does not count there.`,
  'declared-product-not-known': (d) => `no catalog names ${quoted(d['product'])}, which ${d['by']} declared.`,
  'ubr-table-empty': () => 'the table of build revisions has no line but its header; nothing of it counts.',
  'ubr-machine-not-known': (d) => `no inventory is of the machine ${quoted(d['machine'])}.`,
};

/** A warning as one English sentence for standard error; the result keeps its code. */
export function warningSentence(warning: ScanWarning): string {
  const file =
    'file' in warning ? warning.file : String(warning.details['file'] ?? warning.details['document'] ?? '');
  const said = sentences[warning.code](warning.details);
  const text = said.charAt(0).toUpperCase() + said.slice(1);
  return file === '' ? text : `${file}: ${text}`;
}
