import type { InventoryReading, MachineMarks, ReadingWarning, Result } from '../../../domain/index.ts';
import { realUuid, valueOf } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { CollectedFacts } from '../collected-facts.ts';
import { makeReading } from '../reading.ts';
import { streamLines } from '../stream-lines.ts';
import type { StreamedText } from '../stream-lines.ts';
import { ExportLines, isExport } from './export-lines.ts';
import { ExportedTree } from './exported-tree.ts';
import { addRegistryFacts, seenBy32BitProcess } from './facts.ts';
import { hotfixesOf } from './hotfixes.ts';
import { textValue } from './known-values.ts';
import { registryLimits } from './limits.ts';
import { osOfExport } from './os.ts';

const nameKey = 'SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName';
const guidKey = 'SOFTWARE\\Microsoft\\Cryptography';

export function sniffRegistry(head: Head): boolean {
  return isExport(head.text);
}

/**
 * Reads a registry export of regedit or `reg export`, version 4 or 5, as a stream (inventory-sources,
 * section 7). Each exported subtree is a whole domain (grade B) unless the file ends early or lines are
 * missing from it; known subtrees also give operating system facts, KB numbers, products, packages and
 * the machine's GUID.
 *
 * Rejections: those of `streamLines`, `not-recognised`, `cut-off` (no key at all), `registry-changes`, `registry-too-large`,
 * `limit-exceeded` (`value-length`).
 */
export function readRegistry(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const tree = new ExportedTree(file.name);
    const lines = new ExportLines(file.name, tree);
    const source = await streamLines(file, context, registryLimits.lines, (line, number) =>
      lines.take(line, number),
    );
    const whole = lines.end() && !source.endsInLine;
    if (tree.keys.size === 0 && tree.otherHives.size === 0) {
      throw formatError('cut-off', file.name, '', { expected: '[HKEY_LOCAL_MACHINE\\…]' });
    }
    if (!whole) tree.cut();
    return { use: 'reading', reading: readingOf(tree, source, whole) };
  });
}

function readingOf(tree: ExportedTree, source: StreamedText, whole: boolean): InventoryReading {
  const { file } = source;
  const facts = new CollectedFacts(file);
  const os = osOfExport(tree, source);
  const shifted = seenBy32BitProcess(tree);
  const complete = addRegistryFacts(tree, facts, shifted !== null);
  const name = textValue(tree.find(nameKey), 'ComputerName');
  const hotfixes = hotfixesOf(tree, file, os && valueOf(os.version));
  const marks = marksOf(tree);
  const warnings: ReadingWarning[] = [
    ...(whole ? [] : [{ code: 'file-cut' as const, file, details: { read: tree.keys.size } }]),
    ...(shifted === null
      ? []
      : [{ code: 'view-of-32-bit-process' as const, file, details: { line: shifted } }]),
    ...notUnderstood(tree, file),
    ...[...tree.otherHives].slice(0, 20).map(([hive, count]): ReadingWarning => {
      return { code: 'facts-not-known', file, details: { kind: `registry ${hive.slice(0, 40)}`, count } };
    }),
    ...facts.warnings(),
  ];
  const written = name && { text: name.data, line: name.line };
  return {
    ...makeReading(source, 'registry', written, { os, hotfixes }, warnings),
    facts: { grade: 'B', facts: facts.facts(), complete },
    ...(marks && { marks }),
  };
}

function notUnderstood({ notUnderstood: lines }: ExportedTree, file: string): readonly ReadingWarning[] {
  const [line] = lines;
  return line === undefined
    ? []
    : [{ code: 'lines-not-understood', file, details: { line, count: lines.length } }];
}

function marksOf(tree: ExportedTree): MachineMarks | null {
  const machineGuid = realUuid(textValue(tree.find(guidKey), 'MachineGuid')?.data ?? '');
  return machineGuid === null ? null : { machineGuid };
}
