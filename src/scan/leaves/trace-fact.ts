/** A recorded fact in words of the machine, and where it was read. */
import { factKey } from '../../domain/fact-table.ts';
import type { Evidence, FileData, Machine, RecordedFact, RegistryData } from '../../domain/index.ts';

/** Longest evidence text (`Evidence.text`). */
const longestText = 200;

/** The value, `absent`, or the reason why it is unavailable. */
export function foundText(fact: RecordedFact): string {
  if (fact.state === 'absent') return 'absent';
  if (fact.state === 'unavailable') return fact.reason === undefined ? 'unavailable' : fact.reason;
  const value = fact.value;
  if (value === undefined || value === true) return 'present';
  if (typeof value !== 'object') return String(value);
  switch (fact.subject.kind) {
    case 'reg_value':
      return registryText(value as RegistryData);
    case 'file':
      return fileText(value as FileData);
    default:
      return valueText(value);
  }
}

/** Null for a fact that no file states: one that a complete list leaves out. */
export function evidenceOf(fact: RecordedFact, machine: Machine): Evidence | null {
  if (fact.file === '') return null;
  let sha256 = '';
  for (const file of machine.files) if (file.name === fact.file) sha256 = file.sha256;
  const text = `${factKey(fact.subject)} ${foundText(fact)}`.slice(0, longestText);
  const { file, line, grade } = fact;
  return grade === undefined ? { file, sha256, line, text } : { file, sha256, line, text, grade };
}

function registryText(value: RegistryData): string {
  const data = value.expanded === undefined ? value.data : value.expanded;
  return data === undefined ? value.type : `${valueText(data)} (${value.type})`;
}

function fileText(value: FileData): string {
  const parts: string[] = [];
  if (value.version !== undefined) parts.push(value.version === null ? 'no version' : value.version);
  if (value.size !== undefined) parts.push(`${String(value.size)} bytes`);
  if (value.modified !== undefined) parts.push(`modified ${value.modified}`);
  if (value.created !== undefined) parts.push(`created ${value.created}`);
  if (value.language !== undefined) parts.push(`language ${String(value.language)}`);
  if (value.checksum !== undefined) parts.push(`checksum ${value.checksum}`);
  return parts.length === 0 ? 'present' : parts.join(', ');
}

/** Lists by their number and first entries; records by their fields. */
function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('length' in value) {
    const list = value as readonly unknown[];
    const first: string[] = [];
    for (let i = 0; i < list.length && i < 5; i++) first.push(valueText(list[i]));
    const rest = list.length - first.length;
    return rest > 0 ? `${first.join(', ')} … (${String(list.length)})` : first.join(', ');
  }
  const record = value as Readonly<Record<string, unknown>>;
  const fields: string[] = [];
  for (const name in record) {
    if (Object.prototype.hasOwnProperty.call(record, name)) fields.push(`${name} ${String(record[name])}`);
  }
  return fields.join(', ');
}
