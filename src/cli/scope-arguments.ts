import type { MuScope } from '../domain/index.ts';
import { UsageError } from './exit-codes.ts';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;

/** Values in lower case; null where the option is not given. Throws `UsageError` for one that cannot be meant. */
function listOf(
  values: ReadonlyMap<string, readonly string[]>,
  option: string,
  form: RegExp,
  example: string,
): readonly string[] | null {
  const given = values.get(option)?.map((value) => value.toLowerCase());
  const wrong = given?.find((value) => !form.test(value));
  if (wrong !== undefined) throw new UsageError(`"${option}" takes ${example}: "${wrong}" is none.`);
  return given ?? null;
}

/** What `--products`, `--classifications` and `--languages` say. */
export function readScope(values: ReadonlyMap<string, readonly string[]>): MuScope {
  const id = 'ids such as 0fa1201d-4330-4fa8-8ae9-b877473b6441';
  return {
    products: listOf(values, '--products', guid, id),
    classifications: listOf(values, '--classifications', guid, id),
    languages: listOf(values, '--languages', languageTag, 'tags such as en or zh-cn') ?? ['en'],
  };
}
