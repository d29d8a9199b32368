import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(100_000));
const guid = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/),
);
const int32 = v.pipe(v.number(), v.integer(), v.minValue(-0x8000_0000), v.maxValue(0xffff_ffff));

/** One update of a search: only what identifies it is asked for, the rest may be missing. */
export const foundUpdate = v.object({
  id: guid,
  revision_number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0x7fff_ffff)),
  title: v.optional(text, ''),
  kb: v.optional(v.array(text), []),
  is_installed: v.boolean(),
});
export type FoundUpdate = v.InferOutput<typeof foundUpdate>;

/** What became of one update that was downloaded or installed. */
export const actResult = v.object({
  id: guid,
  result_code: int32,
  hresult: v.optional(int32, 0),
  reboot_required: v.optional(v.boolean(), false),
});
export type ActResult = v.InferOutput<typeof actResult>;

const search = v.object({ updates: v.array(v.unknown()) });
const act = v.object({ info: v.array(v.unknown()) });

/** A line that matters: a search, or the end of an installation; null for all others. */
export type ResultLine =
  | { readonly kind: 'search'; readonly updates: readonly unknown[] }
  | { readonly kind: 'installation'; readonly info: readonly unknown[] };

/**
 * `{"task":"search_result","result":{…}}`, `{"search_result":{…}}` and `{"updates":[…]}` are searches
 * (inventory-sources, section 9).
 */
export function resultLine(value: unknown): ResultLine | null {
  const found = v.safeParse(v.looseObject({}), value);
  if (!found.success) return null;
  const { task, result, ...rest } = found.output as Record<string, unknown>;
  const searched = v.safeParse(search, task === 'search_result' ? result : (rest['search_result'] ?? value));
  if (searched.success) return { kind: 'search', updates: searched.output.updates };
  const installed = v.safeParse(act, task === 'install_result' ? result : rest['install_result']);
  return installed.success ? { kind: 'installation', info: installed.output.info } : null;
}
