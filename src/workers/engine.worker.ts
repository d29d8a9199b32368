import { expose } from 'comlink';
import { EngineHost } from './engine-host.ts';
import { openEngine } from './open-engine.ts';

// At once, before anything is awaited: the page's first message must find a listener.
expose(new EngineHost(openEngine, () => performance.now()));
