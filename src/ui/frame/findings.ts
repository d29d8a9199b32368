import { updateName } from '../../domain/index.ts';
import { machineHref, updateHref } from '../state/route.svelte.ts';
import type { App } from '../state/app.ts';
import { titleOf } from '../state/title-of.ts';

export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  run(): void;
}

export interface FindingGroup {
  readonly id: 'pages' | 'commands' | 'machines' | 'updates';
  readonly items: readonly Finding[];
}

const most = 8;

/** What the palette offers for a text: commands by their names, machines and updates by name, KB or CVE. */
export function findings(app: App, text: string): readonly FindingGroup[] {
  const wanted = text.trim().toLowerCase();
  const has = (value: string) => value.toLowerCase().includes(wanted);
  const commands = app.commands.all.filter((c) => c.listed && has(c.title));
  const list = (group: 'pages' | 'everywhere') =>
    commands
      .filter((c) => c.group === group)
      .map((c) => ({ id: c.id, title: c.title, note: c.keys, run: () => c.run() }));
  const snapshot = app.workspace.snapshot;
  const machines = wanted ? (snapshot?.machines ?? []).filter((m) => has(m.name)).slice(0, most) : [];
  const updates = wanted
    ? (snapshot?.updates ?? [])
        .filter((u) => has(updateName(u)) || has(u.title) || u.cves.some(has))
        .slice(0, most)
    : [];
  const groups: FindingGroup[] = [
    { id: 'pages', items: list('pages') },
    { id: 'commands', items: list('everywhere') },
    {
      id: 'machines',
      items: machines.map((m) => ({
        id: `machine ${m.id}`,
        title: m.name,
        note: '',
        run: () => app.route.go(machineHref(m.id).slice(1)),
      })),
    },
    {
      id: 'updates',
      items: updates.map((u) => ({
        id: `update ${u.id}`,
        title: updateName(u),
        note: titleOf(u, app.preferences.words),
        run: () => app.route.go(updateHref(u.id).slice(1)),
      })),
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}
