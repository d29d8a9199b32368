import type { MapStep } from '../parts/process-map.ts';
import type { App } from '../state/app.ts';

/** Live counts of the process map. */
export function mapSteps(app: App): readonly MapStep[] {
  const s = app.workspace.snapshot;
  const { format, home } = app.preferences.words;
  const { notes, steps, notYet } = home.map;
  const waiting = new Set(s?.next.map((n) => n.kind));
  const authorized = s?.authorizations.filter((a) => a.verdict === 'authorized').length ?? 0;
  const ready = s?.next.find((n) => n.kind === 'build-bundle')?.updates ?? 0;
  const undecided = app.workspace.undecided.length;
  const editions = s?.catalogs.editions.filter((e) => e.current).length ?? 0;
  const files = s?.machines.reduce((sum, m) => sum + m.files.length, 0) ?? 0;
  const step = (
    id: keyof typeof steps,
    count: number | null,
    note: string,
    href: string,
    waits: boolean,
  ): MapStep => ({
    id,
    title: steps[id],
    count: count === null ? '–' : format.number(count),
    note: count === null ? notYet : note,
    href,
    waits,
    done: (count ?? 0) > 0,
  });
  return [
    step('catalogs', editions, notes.catalogs(s?.updates.length ?? 0), '#/catalogs', waiting.has('bring-catalog')),
    step('inventories', files, notes.inventories(s?.machines.length ?? 0), '#/machines', waiting.has('bring-inventories')),
    step('scan', s?.scan?.required ?? null, notes.scan(s?.scan?.required ?? 0), '#/updates?q=state:required', waiting.has('scan')),
    step('review', s?.scan ? undecided : null, notes.review(undecided), '#/review', undecided > 0),
    step('authorized', s?.scan ? authorized : null, notes.authorized(authorized), '#/updates?q=decision:authorized', false),
    step('bundle', s?.scan ? ready : null, notes.bundle(ready), '#/bundle', ready > 0),
  ];
} // prettier-ignore
