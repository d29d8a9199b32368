import type { MuHandlerData, MuReturnCode } from '../../domain/index.ts';
import { localName } from '../rules/index.ts';
import type { RuleElement } from '../rules/index.ts';

const results = ['Failed', 'Succeeded', 'Cancelled'] as const;
const maxValues = 500;
const maxValueLength = 32 * 1024;

/**
 * HandlerSpecificData of an extended fragment (wsusscn2, section 4.3): what is run, and what its return
 * codes mean. Attributes of repeated elements are numbered from the second on: `MsiData2.MsiFile`.
 */
export function readHandlerData(element: RuleElement | null): MuHandlerData | null {
  if (element === null) return null;
  const values: [string, string][] = [];
  const returnCodes: MuReturnCode[] = [];
  const seen = new Map<string, number>();
  const walk = (parent: RuleElement): void => {
    for (const child of parent.children) {
      if (child.name === 'ReturnCode') {
        const code = readReturnCode(child);
        if (code !== null) returnCodes.push(code);
        continue;
      }
      const count = (seen.get(child.name) ?? 0) + 1;
      seen.set(child.name, count);
      const name = count === 1 ? child.name : `${child.name}${String(count)}`;
      for (const [attribute, value] of child.attributes) {
        // A command line counts to the last blank.
        if (values.length < maxValues) values.push([`${name}.${attribute}`, value.slice(0, maxValueLength)]);
      }
      const text = child.text.trim();
      if (child.children.length === 0 && text !== '') values.push([name, text.slice(0, maxValueLength)]);
      walk(child);
    }
  };
  walk(element);
  values.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const kind = localName(element.attributes.get('type')?.trim() ?? '').slice(0, 60);
  return { kind, values: Object.fromEntries(values), returnCodes };
}

/** Codes are signed 32-bit decimals; a result that is missing means Failed as the schema has it. */
function readReturnCode(element: RuleElement): MuReturnCode | null {
  const written = element.attributes.get('Code')?.trim() ?? '';
  if (!/^[+-]?\d{1,10}$/.test(written)) return null;
  const word = element.attributes.get('Result')?.trim().toLowerCase() ?? '';
  return {
    code: Number(written),
    result: results.find((result) => result.toLowerCase() === word) ?? 'Failed',
    reboot: /^\s*(?:true|1)\s*$/i.test(element.attributes.get('Reboot') ?? ''),
  };
}
