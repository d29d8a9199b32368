import type { MuScope } from './microsoft-update.ts';

/** What a site sets once: operator, names, marking, looks. */
export interface Settings {
  readonly operator: string;
  readonly site: string;
  /** Classification banner text; empty for none. */
  readonly marking: string;
  /** `browser`: the language that the browser is set to, English where there are no words of it. */
  readonly language: 'browser' | 'en' | 'de' | 'pseudo';
  readonly theme: 'system' | 'light' | 'dark';
  readonly singleKeys: boolean;
  /** Track of earlier Windows: rollup (default) or security-only (msrc-cvrf, section 4, step 5). */
  readonly track: 'rollup' | 'security-only';
  /** Compare the checksums that MSSecure gives (mssecure, R6): off unless set, as in its graphical tool. */
  readonly checksums?: boolean;
  /** What of the Microsoft Update catalog was chosen last: taken for the next one. */
  readonly catalogScope?: MuScope;
}

/** What a new workspace starts with. */
export const defaultSettings: Settings = {
  operator: '',
  site: '',
  marking: '',
  language: 'browser',
  theme: 'system',
  singleKeys: true,
  track: 'rollup',
};
