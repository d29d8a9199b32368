import type { InventoryRecord } from '../../../domain/index.ts';
import { recordOf } from '../record.ts';
import type { XmlPart } from '../xml-parts.ts';

const contents: Readonly<Record<string, InventoryRecord['content']>> = {
  new: 'new',
  update: 'update',
  delete: 'delete',
};

/**
 * A record from `Instance` (sms-records, section 8): properties stand directly below it, or below an
 * element named like the class. Null without a class. A `Content` that is not known counts as `Update`,
 * which adds what is not there.
 */
export function instanceRecord(instance: XmlPart): InventoryRecord | null {
  const attribute = (name: string) =>
    [...instance.attributes].find(([key]) => key.toLowerCase() === name)?.[1].trim() ?? '';
  const wrapper = instance.children.find((child) => child.children.length > 0);
  const only = instance.children.length === 1 ? instance.children[0] : undefined;
  const named = attribute('class') || wrapper?.name || only?.name || '';
  const body =
    instance.children.find(({ name }) => name.toLowerCase() === named.toLowerCase()) ?? wrapper ?? instance;
  if (named === '') return null;
  const written = attribute('content').toLowerCase();
  const content = contents[written] ?? 'update';
  const record = recordOf(
    named,
    body.children.map((child) => [child.name, textOf(child)]),
    instance.line,
  );
  return written === '' ? record : { ...record, content };
}

/** Lists have an element for each item. */
function textOf(part: XmlPart): string {
  return part.children.length === 0 ? part.text : part.children.map(textOf).join(', ');
}
