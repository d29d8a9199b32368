import type { Command } from '../state/commands.svelte.ts';
import type { Words } from '../words/index.ts';

/** Keys of a list: the table that is on the page answers them. */
export function rowCommands(
  words: Words,
  acts: {
    readonly move: (by: number) => void;
    readonly select: () => void;
    readonly explain?: (() => void) | undefined;
  },
): readonly Command[] {
  const names = words.frame.keyNames;
  const command = (id: string, title: string, keys: string, run: () => void): Command => ({
    id,
    title,
    keys,
    group: 'rows',
    listed: false,
    run,
  });
  return [
    command('next', names.next, 'j', () => acts.move(1)),
    command('previous', names.previous, 'k', () => acts.move(-1)),
    command('select', names.select, 'x', acts.select),
    ...(acts.explain ? [command('explain', names.explain, 'e', acts.explain)] : []),
  ];
}
