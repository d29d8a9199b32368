import type { Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { decodeText } from '../decode/index.ts';
import { parseJson } from '../facts/parse-json.ts';
import { loadBytes } from '../load-text.ts';
import { agentOutcome } from './agent-outcome.ts';
import { Sections } from './sections.ts';

export function sniffAgentJson({ text }: Head): boolean {
  return (
    /^\s*\{/.test(text) &&
    /"action"\s*:\s*"inventory"/.test(text.slice(0, 4096)) &&
    /"content"\s*:\s*\{/.test(text)
  );
}

/**
 * Reads the JSON of a GLPI agent: the sections and fields of the XML in small letters
 * (inventory-sources, section 12; no real sample).
 *
 * Rejections: those of `loadBytes` and `parseJson`, `not-recognised`, `limit-exceeded`.
 */
export function readAgentJson(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const { content, sha256 } = await loadBytes(file, context);
    const { text, guessed } = decodeText(content);
    const parsed = parseJson(text, file.name);
    const inventory = isObject(parsed) ? parsed['content'] : null;
    if (!isObject(inventory)) throw formatError('not-recognised', file.name);
    const sections = new Sections(file.name);
    for (const [name, entries] of Object.entries(inventory)) {
      for (const entry of Array.isArray(entries) ? entries : [entries]) {
        const fields = isObject(entry) ? fieldsOf(entry, '') : fieldsOf({ value: entry }, '');
        sections.add({ name: name.toUpperCase(), fields, line: null });
      }
    }
    const source = { file: file.name, bytes: file.size, sha256, guessed };
    return agentOutcome(sections.list, source, 'agent-inventory-json');
  });
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(entry: JsonObject, before: string): readonly (readonly [string, string])[] {
  return Object.entries(entry).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    const path = `${before}${name.toUpperCase()}`;
    if (isObject(value)) return fieldsOf(value, `${path}/`);
    if (Array.isArray(value)) return [[path, value.filter((item) => !isObject(item)).join(', ')]];
    return value === null ? [] : [[path, String(value as string | number | boolean)]];
  });
}
