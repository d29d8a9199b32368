import type { FactValue, RecordedFact } from '../../domain/index.ts';

/** The subject of a fact without its kind, as a person would name it: `HKLM\…\Value`, a path, a code. */
export function subjectText({ subject }: RecordedFact): string {
  switch (subject.kind) {
    case 'reg_key':
    case 'reg_subkeys':
      return `HKLM\\${subject.key}${viewText(subject.view)}`;
    case 'reg_value':
      return `HKLM\\${subject.key}\\${subject.value || '(default)'}${viewText(subject.view)}`;
    case 'file':
      return subject.path;
    case 'system_metric':
      return String(subject.index);
    case 'wmi_query':
      return `${subject.namespace}: ${subject.query}`;
    case 'wmi_class':
      return `${subject.namespace}: ${subject.class}`;
    case 'wmi_namespace':
      return subject.namespace;
    case 'msi_product':
      return subject.product;
    case 'msi_feature':
      return `${subject.product} ${subject.feature}`;
    case 'msi_component':
      return `${subject.product} ${subject.component}`;
    case 'msi_patch':
      return `${subject.product} ${subject.patch}`;
    case 'cbs_package':
      return subject.identity;
    case 'installed_once':
      return subject.update;
    case 'catalog_product':
      return `${subject.source} ${subject.product}`;
    default:
      return subject.name;
  }
}

function viewText(view: 'native' | 'wow32'): string {
  return view === 'wow32' ? ' (32)' : '';
}

/** Longest value text a list shows; the rest is behind the file it was read from. */
const shownCharacters = 300;

/** The value of a known fact as one line of text; empty for others. */
export function valueText(fact: RecordedFact): string {
  if (fact.state !== 'known' || fact.value === undefined) return '';
  const text = plainText(fact.value);
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

function plainText(value: FactValue): string {
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    return value.map((item) => (typeof item === 'object' ? pairs(item) : String(item))).join('; ');
  }
  if ('type' in value && 'data' in value) return `${String(value.type)} ${listText(value.data)}`;
  return pairs(value);
}

function listText(data: unknown): string {
  return Array.isArray(data) ? data.join('; ') : String(data);
}

function pairs(object: object): string {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
