import type { NamedReading } from './machine-names.ts';

/**
 * What makes a stored reading the same as another. A file that names its machine is its bytes. One that
 * names none may come from several machines with the same bytes (a brief hotfix table of cloned
 * computers): then the machine it was given to counts too, or else the stem that joins it to one.
 *
 * The name in the file decides, not the machine a person linked it to: that can change.
 */
export function readingKey({ reading, givenName }: Pick<NamedReading, 'reading' | 'givenName'>): string {
  const { sha256, machineName, stem } = reading;
  if (machineName !== null) return sha256;
  return givenName === null
    ? `${sha256} stem ${stem.toLowerCase()}`
    : `${sha256} name ${givenName.toLowerCase()}`;
}
