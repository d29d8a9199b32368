import { muFaults } from '../../domain/index.ts';
import type { MuReference, MuRevision, Rule } from '../../domain/index.ts';
import { textAt } from './id-table.ts';
import type { IdTable } from './id-table.ts';
import type { RuleTable } from './rule-table.ts';

const types = ['Software', 'Driver', 'Category', 'Detectoid'] as const;
const roles = ['update', 'child', 'evaluated'] as const;

type Numbers = readonly number[];

/**
 * One revision. Update ids and other texts that recur are numbers of the table of ids, rules numbers of
 * the table of rules; -1 is null.
 */
export interface RevisionRow {
  readonly id: number;
  readonly revision: number;
  readonly revisionId: number;
  /** Positions of type, role, fault (-1 = none). */
  readonly kinds: readonly [number, number, number];
  readonly deployable: boolean;
  readonly created: string;
  readonly language: number;
  /** Each clause: 1 for a category clause, else 0, then its members. */
  readonly prerequisites: readonly Numbers[];
  readonly supersedes: Numbers;
  readonly supersededBy: Numbers;
  /** Each clause: id, revision, id, revision … */
  readonly bundled: readonly Numbers[];
  /** Companies, families, products, classifications. */
  readonly categories: readonly [Numbers, Numbers, Numbers, Numbers];
  /** Installed, superseded, installable. */
  readonly rules: readonly [number, number, number] | null;
  readonly title: string;
  readonly kb: string;
  readonly bulletin: string;
  readonly cves: readonly string[];
  /** Severity, handler, reboot, impact. */
  readonly words: readonly [number, number, number, number];
  readonly uninstallable: boolean;
  readonly size: number | null;
  readonly eulaId: string;
  readonly hash: string;
}

export function writeRow(of: MuRevision, ids: IdTable, rules: RuleTable): RevisionRow {
  const id = (text: string): number => ids.number(text);
  const word = (text: string | null): number => (text === null ? -1 : ids.number(text));
  const rule = (one: Rule | null): number => (one === null ? -1 : rules.number(one));
  const { categories, rules: sections } = of;
  return {
    id: id(of.updateId),
    revision: of.revision,
    revisionId: of.revisionId,
    kinds: [
      types.indexOf(of.type),
      roles.indexOf(of.role),
      of.fault === null ? -1 : muFaults.indexOf(of.fault),
    ],
    deployable: of.explicitlyDeployable,
    created: of.created,
    language: id(of.defaultLanguage),
    prerequisites: of.prerequisites.map(({ anyOf, isCategory }) => [isCategory ? 1 : 0, ...anyOf.map(id)]),
    supersedes: of.supersedes.map(id),
    supersededBy: of.supersededBy.map(id),
    bundled: of.bundled.map((clause) => clause.flatMap((member) => [id(member.updateId), member.revision])),
    categories: [
      categories.companies.map(id),
      categories.families.map(id),
      categories.products.map(id),
      categories.classifications.map(id),
    ],
    rules: sections && [
      rule(sections.isInstalled),
      rule(sections.isSuperseded),
      rule(sections.isInstallable),
    ],
    title: of.title,
    kb: of.kb,
    bulletin: of.bulletin,
    cves: of.cves,
    words: [word(of.severity), word(of.handler), word(of.reboot), word(of.impact)],
    uninstallable: of.uninstallable,
    size: of.maxDownloadSize,
    eulaId: of.eulaId,
    hash: of.contentHash,
  };
}

/** Reads rows over the tables that were read before them. Throws where a number has nothing behind it. */
export class RowReader {
  constructor(
    private readonly texts: readonly string[],
    private readonly rules: readonly Rule[],
  ) {}

  read(row: RevisionRow): MuRevision {
    const text = (number: number): string => textAt(this.texts, number);
    const list = (numbers: Numbers): readonly string[] => (numbers.length === 0 ? none : numbers.map(text));
    const word = (number: number): string | null => (number < 0 ? null : text(number));
    const { kinds, categories, words, rules } = row;
    return {
      updateId: text(row.id),
      revision: row.revision,
      revisionId: row.revisionId,
      type: at(types, kinds[0]),
      role: at(roles, kinds[1]),
      explicitlyDeployable: row.deployable,
      created: row.created,
      defaultLanguage: text(row.language),
      prerequisites: row.prerequisites.map(([isCategory, ...anyOf]) => ({
        anyOf: list(anyOf),
        isCategory: isCategory === 1,
      })),
      supersedes: list(row.supersedes),
      supersededBy: list(row.supersededBy),
      bundled: row.bundled.map((clause) => this.#references(clause)),
      categories: {
        companies: list(categories[0]),
        families: list(categories[1]),
        products: list(categories[2]),
        classifications: list(categories[3]),
      },
      rules: rules && {
        isInstalled: this.#rule(rules[0]),
        isSuperseded: this.#rule(rules[1]),
        isInstallable: this.#rule(rules[2]),
      },
      fault: kinds[2] < 0 ? null : at(muFaults, kinds[2]),
      title: row.title,
      kb: row.kb,
      bulletin: row.bulletin,
      severity: word(words[0]) ?? '',
      cves: row.cves.length === 0 ? none : row.cves,
      reboot: word(words[2]) as MuRevision['reboot'],
      impact: word(words[3]) as MuRevision['impact'],
      uninstallable: row.uninstallable,
      maxDownloadSize: row.size,
      handler: word(words[1]) ?? '',
      eulaId: row.eulaId,
      contentHash: row.hash,
    };
  }

  #references(clause: Numbers): MuReference[] {
    return Array.from({ length: clause.length / 2 }, (_, index) => ({
      updateId: textAt(this.texts, clause[2 * index] ?? -1),
      revision: clause[2 * index + 1] ?? 0,
    }));
  }

  #rule(number: number): Rule | null {
    return number < 0 ? null : at(this.rules, number);
  }
}

/** Most lists are empty: one empty list stands for all. */
const none: readonly string[] = Object.freeze([]);

function at<T>(list: readonly T[], position: number): T {
  const value = list[position];
  if (value === undefined) throw new RangeError(`nothing at ${String(position)}`);
  return value;
}
