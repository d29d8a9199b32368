export interface ReadmeFacts {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly software: string;
  readonly marking: string;
  readonly practice: boolean;
  readonly updates: number;
  readonly missing: readonly string[];
  /** Files below data/. */
  readonly payloadFiles: number;
  /** Some file has 4 GiB or more. */
  readonly tooLargeForFat32: boolean;
}

/** README.txt of a bundle: ASCII and CRLF, so that any editor on any Windows shows it as meant. */
export function writeReadme(facts: ReadmeFacts): string {
  const lines = [
    ...(facts.marking === '' ? [] : [facts.marking, '']),
    ...(facts.practice
      ? ['PRACTICE DATA: invented updates and machines. Install nothing from here.', '']
      : []),
    'UPDATE BUNDLE',
    '',
    `Name:      ${facts.name}`,
    `Id:        ${facts.id}`,
    `Written:   ${facts.created} (UTC)`,
    `By:        ${facts.software}`,
    `Updates:   ${facts.updates}`,
    `To fetch:  ${facts.missing.length === 0 ? 'nothing' : facts.missing.join(', ')}`,
    '',
    'WHAT IS WHERE',
    '  data\\manifest.xml        authorized updates, machines, order, hashes',
    '  data\\shopping-list.html  what the connected side shall fetch, to print or to read',
    '  data\\shopping-list.csv   the same as a table',
    '  data\\updates\\1, 2, ...   update files in the order of installation',
    '  out\\                     empty; results are put here',
    '',
    'This bundle is NOT SIGNED. The checks below find transport damage, not forgery.',
    '',
    'CHECK ON LINUX, in this folder',
    '  sha256sum --quiet -c manifest-sha256.txt && sha256sum --quiet -c tagmanifest-sha256.txt',
    `  find data -type f | wc -l        must say ${facts.payloadFiles}: a file too many is not noticed otherwise`,
    '',
    'CHECK ON WINDOWS, PowerShell 2.0 or later, in this folder',
    '  Add-Type -AssemblyName System.Core',
    "  foreach ($list in 'manifest-sha256.txt', 'tagmanifest-sha256.txt') {",
    '    foreach ($line in [IO.File]::ReadAllLines("$PWD\\$list")) {',
    "      $path = \"$PWD\\\" + $line.Substring(66).Replace('/', '\\')",
    '      $sha = New-Object Security.Cryptography.SHA256CryptoServiceProvider',
    '      $file = [IO.File]::OpenRead($path)',
    "      $hash = [BitConverter]::ToString($sha.ComputeHash($file)).Replace('-', '').ToLower()",
    '      $file.Close()',
    '      if ($hash -ne $line.Substring(0, 64)) { "DAMAGED: $path" }',
    '    }',
    '  }',
    `  No line printed means every listed file is whole. Files below data: ${facts.payloadFiles}.`,
    '',
    'CHECK ON WINDOWS WITHOUT POWERSHELL, file by file',
    '  certutil -hashfile data\\manifest.xml SHA256',
    '  and compare with the line in manifest-sha256.txt',
    '',
    ...(facts.tooLargeForFat32
      ? ['A file here has 4 GiB or more: carry it on exFAT or NTFS, FAT32 cannot hold it.', '']
      : []),
    'Never run update files from the stick: copy to the local disk, check the copy, run the copy.',
    'If a file UNFINISHED.txt lies here, the bundle was not written to the end: do not use it.',
  ];
  return lines.map((line) => `${ascii(line)}\r\n`).join('');
}

function ascii(line: string): string {
  return line.replace(/\s/gu, ' ').replace(/[^\x20-\x7E]/gu, '?');
}
