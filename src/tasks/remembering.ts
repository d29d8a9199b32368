/** A function that gives its last answer again as long as its inputs are the same objects. */
export function remembering<Inputs extends readonly unknown[], Answer>(
  make: (...inputs: Inputs) => Answer,
): (...inputs: Inputs) => Answer {
  let last: { readonly inputs: Inputs; readonly answer: Answer } | null = null;
  return (...inputs) => {
    if (last && last.inputs.every((input, index) => input === inputs[index])) return last.answer;
    last = { inputs, answer: make(...inputs) };
    return last.answer;
  };
}

/**
 * Gives back the earlier list where a new one holds the same objects in the same order, so that what
 * is remembered by identity survives a list that was merely copied.
 */
export function keepingList<T>(): (list: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (list) => {
    const same = list.length === last.length && list.every((item, index) => item === last[index]);
    if (!same) last = list;
    return last;
  };
}
