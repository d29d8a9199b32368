import type { Result, ScopeChoices } from '../domain/index.ts';
import type { FileSource } from '../formats/index.ts';
import type { ScopeRequest } from './import-report.ts';
import { scopeChoices } from './large-catalog/index.ts';
import type { Job } from './ports.ts';
import type { FileFormats } from './read-file.ts';
import type { Session } from './session.ts';
import { siteTrust } from './site-trust.ts';

/**
 * Products, classifications and languages of an offline catalog, with names in the language of the page.
 * Nothing is stored, and nothing is unpacked of a file whose signature an import would refuse.
 */
export async function offerScope(
  { data, clock }: Session,
  { lzx }: FileFormats,
  file: FileSource,
  { reason, allNames }: ScopeRequest,
  job: Job,
): Promise<Result<ScopeChoices>> {
  const trust = await siteTrust(data, [file], reason === '' ? {} : { [file.name]: reason }, clock());
  const languages = data.settings.language === 'de' ? ['de', 'en'] : ['en'];
  return scopeChoices({ file, trust, stored: data.editions, languages, allNames, lzx }, job);
}
