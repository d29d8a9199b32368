import type { IgnoredReason } from '../domain/index.ts';

const sentences: Readonly<Record<IgnoredReason, string>> = {
  'os-listing-not-used-yet': 'facts of the operating system as a WMI listing; not used yet.',
  'other-wmi-class': 'a listing of another kind (processor, BIOS ...), which says nothing about updates.',
  'other-powershell-objects': 'objects saved by PowerShell that are no hotfixes.',
  'empty-answer': 'the tool found nothing, and the file does not say what was asked.',
  'not-windows': 'an inventory of a machine that does not run Windows.',
  'format-not-used-yet': 'a known kind of inventory that this version does not use yet.',
  'verdict-of-another-tool': 'the result of another scanner; it is never mixed with our own.',
  'of-another-thing': 'it describes another thing than a computer (a printer ...).',
  container: 'a cabinet: an update file or a container, no inventory.',
  'accompanying-file': 'a file that lies beside the others (read-me, licence, check sums ...).',
  'workspace-not-scanned': 'a workspace file of the page; it is restored there.',
  'update-file-not-scanned': 'an update file; it belongs into a bundle.',
};

/** Why a recognised file is not used, as the end of an English sentence that begins with its name. */
export function ignoredSentence(reason: string): string {
  return (sentences as Readonly<Record<string, string>>)[reason] ?? reason;
}
