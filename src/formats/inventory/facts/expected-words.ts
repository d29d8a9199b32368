import type * as v from 'valibot';

/** Names that JSON has for what a schema calls otherwise. */
const words: Readonly<Record<string, string>> = {
  Array: 'a list',
  Object: 'an object',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  undefined: 'nothing',
};

/** What should stand in a field, in words: a pattern says its own, a type has a name. */
export function expectedWords({ type, message, expected }: v.BaseIssue<unknown>): string {
  if (type === 'regex' && !message.startsWith('Invalid')) return message;
  if (expected === null) return 'another form';
  return expected.replace(
    /^\(?(Array|Object|string|number|boolean)\)?$/,
    (_all, name: string) => words[name] ?? name,
  );
}

/** What stands there instead. */
export function foundWords({ received }: v.BaseIssue<unknown>): string {
  return words[received] ?? received;
}
