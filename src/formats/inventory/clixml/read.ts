import type { IgnoredReason, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { hashFile } from '../../hash.ts';
import { readStrictXml } from '../../text/index.ts';
import type { XmlLimits } from '../../text/index.ts';
import { hotfixReading } from '../hotfix-rows.ts';
import type { HotfixRow } from '../hotfix-rows.ts';
import { installedOn, isoDay } from '../installed-on.ts';
import { maxInventoryBytes } from '../limits.ts';
import { ClixmlObjects } from './objects.ts';
import type { ShellObject } from './objects.ts';

/** PowerShell nests by twos and threes; a hotfix has some forty elements. */
const clixmlLimits: XmlLimits = {
  maxFileBytes: maxInventoryBytes,
  maxDepth: 100,
  maxElements: 2_000_000,
  maxAttributes: 16,
  maxTextLength: 1024 * 1024,
};

export function sniffClixml(head: Head): boolean {
  return /<(?:\w+:)?Objs\b[^>]*powershell\/2004\/04/.test(head.text.slice(0, 4096));
}

/**
 * Reads `Get-HotFix | Export-Clixml`; objects of other kinds are ignored. Strict XML, no document
 * type declaration, no value conversion.
 *
 * Rejections: those of `readStrictXml`, `root-not-expected`, `several-machines`.
 */
export function readClixml(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const found: ClixmlObjects[] = [];
    const { bytes, sha256 } = await readStrictXml(file, context, clixmlLimits, (source) => {
      const objects = new ClixmlObjects(file.name, source);
      found.push(objects);
      return objects;
    });
    // A file that is being written can keep its size (INV13).
    const again = await hashFile(file, context.signal ? { signal: context.signal } : {});
    if (again !== sha256) throw formatError('file-changed-while-read', file.name);
    const objects = found.flatMap((reader) => reader.objects);
    const hotfixes = objects.filter((object) => object.values.has('hotfixid'));
    if (hotfixes.length === 0) {
      return { use: 'ignored', format: 'clixml', reason: ignoredBecause(objects), sha256 };
    }
    const source = { file: file.name, bytes, sha256, guessed: false };
    return { use: 'reading', reading: hotfixReading(source, 'clixml', hotfixes.map(rowOf), false) };
  });
}

function rowOf(object: ShellObject): HotfixRow {
  const text = (name: string) => object.values.get(name)?.text ?? '';
  const installed = object.values.get('installedon');
  // A typed date has the day as the machine showed it; the raw text follows the WMI rules.
  const day = installed?.type === 'DT' ? /^(\d{4})-(\d\d)-(\d\d)T/.exec(installed.text) : null;
  return {
    id: text('hotfixid'),
    servicePack: text('servicepackineffect'),
    installedOn: day ? isoDay(day[1], day[2], day[3]) : installedOn(installed?.text ?? ''),
    machine: text('csname') || text('pscomputername') || text('__server'),
    line: object.values.get('hotfixid')?.line ?? 0,
    atEnd: false,
  };
}

function ignoredBecause(objects: readonly ShellObject[]): IgnoredReason {
  const classes = objects.map((object) => object.values.get('__class')?.text ?? '');
  const isOs =
    classes.includes('Win32_OperatingSystem') || objects.some((one) => one.values.has('osarchitecture'));
  return isOs ? 'os-listing-not-used-yet' : 'other-powershell-objects';
}
