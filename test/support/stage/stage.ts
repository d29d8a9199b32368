/** The pages over the engine in memory: `?fill=empty|full|huge&language=de&theme=dark&pace=40&fleet=400x3000#/updates`. */
import type { Settings } from '../../../src/domain/index.ts';
import { mountApp } from '../../../src/ui/mount.ts';
import { fakeNow } from '../fake-data.ts';
import { FakeEngine, type FakeOptions } from '../fake-engine.ts';
import { syntheticFleet } from '../synthetic-fleet.ts';

const query = new URLSearchParams(location.search);
/** `fleet=400x3000`: a fleet of that size instead of the small one. */
const [machines, updates] = (query.get('fleet') ?? '').split('x').map(Number);
const engine = new FakeEngine({
  ...(machines && updates ? { snapshot: syntheticFleet(machines, updates) } : {}),
  fill: (query.get('fill') ?? 'full') as FakeOptions['fill'],
  pace: Number(query.get('pace') ?? 0),
  settings: {
    language: (query.get('language') ?? 'en') as Settings['language'],
    theme: (query.get('theme') ?? 'system') as Settings['theme'],
    marking: query.get('marking') ?? '',
  },
});
const target = document.querySelector('#app');
if (target) mountApp(target, { engine, cancel: () => engine.cancel(), now: () => fakeNow });
