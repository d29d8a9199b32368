import type { Command } from '../../state/commands.svelte.ts';
import type { Act } from '../../state/deciding.svelte.ts';
import type { Words } from '../../words/index.ts';

/** Keys of the Review page; they act on the selection, or on the row the keyboard is on. */
export function reviewCommands(words: Words, begin: (act: Act) => void): readonly Command[] {
  const names = words.frame.keyNames;
  const command = (act: Act, title: string, keys: string): Command => ({
    id: act,
    title,
    keys,
    group: 'rows',
    listed: true,
    run: () => begin(act),
  });
  return [
    command('authorized', names.authorize, 'a'),
    command('declined', names.decline, 'd'),
    command('deferred', names.defer, 'f'),
  ];
}
