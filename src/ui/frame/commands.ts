import type { App } from '../state/app.ts';
import type { Command } from '../state/commands.svelte.ts';
import { pageKeys, pages } from './pages.ts';
import type { Picker } from './picker.ts';
import { redo, undo } from './undo.ts';

/** Commands that are there on every page. */
export function frameCommands(
  app: App,
  acts: { palette(): void; help(): void; back(): void; region(): void } & Picker,
): readonly Command[] {
  const words = app.preferences.words;
  const names = words.frame.keyNames;
  const key = (id: string, title: string, keys: string, run: () => void, listed = false): Command => ({
    id,
    title,
    keys,
    group: 'everywhere',
    listed,
    run,
  });
  return [
    key('palette', names.palette, 'Control+k', acts.palette),
    key('search', names.search, '/', () => document.querySelector<HTMLElement>('[data-filter]')?.focus()),
    key('help', names.help, '?', acts.help, true),
    key('back', names.back, 'Escape', acts.back),
    key('undo', names.undo, 'Control+z', () => void undo(app), true),
    key('redo', names.redo, 'Control+y', () => void redo(app), true),
    key('print', names.print, 'Control+p', () => window.print(), true),
    key('region', names.region, 'F6', acts.region),
    key('add', words.frame.add, '', () => acts.files(), true),
    key('add-folder', words.frame.addFolder, '', () => acts.folder(), true),
    ...pages.map((page): Command => ({
      id: `go ${page}`,
      title: names.go(words.frame.pages[page]),
      keys: `g ${pageKeys[page]}`,
      group: 'pages',
      listed: true,
      run: () => app.route.go(page === 'home' ? '/' : `/${page}`),
    })),
  ];
}
