import { createContext } from 'svelte';
import type { Engine } from '../../tasks/engine.ts';
import { Announcer } from './announcer.svelte.ts';
import { Commands } from './commands.svelte.ts';
import { Declaring } from './declaring.svelte.ts';
import { Explain } from './explain.svelte.ts';
import { Imports } from './imports.svelte.ts';
import { Jobs } from './jobs.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { Route } from './route.svelte.ts';
import { Surroundings, type AppSurroundings } from './surroundings.svelte.ts';
import { Workspace } from './workspace.svelte.ts';

export interface AppOptions {
  readonly engine: Engine;
  /** Ends what the engine is doing now; its call then yields `cancelled`. */
  readonly cancel?: () => void;
  /** Milliseconds since 1970; a fixed one makes pictures repeatable. */
  readonly now?: () => number;
  /** Other tabs and newer versions; absent where there are none (tests, the stage). */
  readonly surroundings?: AppSurroundings;
}

/** Everything a page may reach, made once by mountApp and handed down by context. */
export class App {
  readonly engine: Engine;
  readonly now: () => number;
  readonly announcer = new Announcer();
  readonly commands = new Commands();
  readonly route = new Route();
  readonly workspace: Workspace;
  readonly preferences: Preferences;
  readonly jobs: Jobs;
  readonly imports: Imports;
  readonly explain: Explain;
  readonly declaring = new Declaring();
  readonly surroundings: Surroundings;

  constructor(options: AppOptions) {
    this.engine = options.engine;
    this.now = options.now ?? Date.now;
    this.workspace = new Workspace(options.engine, this.now);
    this.preferences = new Preferences(options.engine, this.workspace);
    this.jobs = new Jobs(this.now, options.cancel ?? (() => undefined), () => this.workspace.reload());
    this.imports = new Imports(this);
    this.explain = new Explain(this);
    this.surroundings = new Surroundings(options.surroundings, () => this.workspace.reload());
  }
}

export const [useApp, provideApp] = createContext<App>();
