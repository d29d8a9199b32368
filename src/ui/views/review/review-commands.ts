import type { Command } from '../../state/commands.svelte.ts';
import type { Words } from '../../words/index.ts';

/** Keys of the Review page; they act on the selection. */
export function reviewCommands(
  words: Words,
  acts: { readonly authorize: () => void; readonly decline: () => void; readonly defer: () => void },
): readonly Command[] {
  const command = (id: string, title: string, keys: string, run: () => void): Command => ({
    id,
    title,
    keys,
    group: 'rows',
    listed: true,
    run,
  });
  return [
    command('authorize', words.common.verdicts.authorized, 'a', acts.authorize),
    command('decline', words.review.decline, 'd', acts.decline),
    command('defer', words.review.defer, 'f', acts.defer),
  ];
}
