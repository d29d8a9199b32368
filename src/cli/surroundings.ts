import type { Terminal } from './terminal.ts';

/** What a command gets from the outside. */
export interface Surroundings {
  /** Folder that relative paths start at: where the user stands. */
  readonly from: string;
  /** Folder with what was built: the scan kernel. */
  readonly built: string;
  readonly terminal: Terminal;
}
