import { formatError } from '../../format-error.ts';

/** One entry of an inventory: a disk, a program, the operating system. */
export interface Section {
  /** Name in capitals: `SOFTWARES`. */
  readonly name: string;
  /** Fields in capitals; those of a part inside the entry as `TIMEZONE/OFFSET`. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly line: number | null;
}

/** Entries of one inventory: a workstation has some hundreds, mostly programs. */
export const maxSections = 100_000;

export class Sections {
  readonly #file: string;
  readonly list: Section[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(section: Section): void {
    if (this.list.length >= maxSections) {
      const place = section.line === null ? '' : `line ${String(section.line)}`;
      throw formatError('limit-exceeded', this.#file, place, { limit: 'rows', maximum: maxSections });
    }
    if (section.fields.length > 0) this.list.push(section);
  }
}

/** The first value of a field in a section, or empty. */
export function field(section: Section | undefined, name: string): string {
  return section?.fields.find(([key]) => key === name)?.[1].trim() ?? '';
}

const personalSections: readonly string[] = ['USERS', 'LOCAL_USERS', 'LICENSEINFOS', 'USERLIST'];
const personalFields =
  /^(?:LASTLOGGEDUSER|DATELASTLOGGEDUSER|USERID|USER|USERDOMAIN|OWNER|WINOWNER|WINCOMPANY|WINPRODKEY|LICENSE_?KEY|KEY_?PRODUCT)$/;

/** Without names of persons and product keys (inventory-sources, 13.2); null where nothing is left. */
export function withoutPersons(section: Section): Section | null {
  if (personalSections.includes(section.name)) return null;
  if (section.name === 'ENVS' && /^USER/i.test(field(section, 'KEY'))) return null;
  const fields = section.fields.filter(([name]) => !personalFields.test(name));
  return fields.length === 0 ? null : { ...section, fields };
}
