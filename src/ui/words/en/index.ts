/** English: the catalogue whose shape every other language has to fill. */
import { bundle } from './bundle.ts';
import { catalogs } from './catalogs.ts';
import { declarations } from './declarations.ts';
import { common, table } from './common.ts';
import { detail } from './detail.ts';
import { errors } from './errors.ts';
import { explain } from './explain.ts';
import { facts } from './facts.ts';
import { format } from './format.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { importing } from './import.ts';
import { inventory } from './inventory.ts';
import { journal, warnings } from './journal.ts';
import { machine, machines } from './machines.ts';
import { map } from './map.ts';
import { notices } from './notices.ts';
import { practice } from './practice.ts';
import { proof } from './proof.ts';
import { review } from './review.ts';
import { scope } from './scope.ts';
import { settings } from './settings.ts';
import { signature } from './signature.ts';
import { states } from './states.ts';
import { update, updates } from './updates.ts';

export const en = {
  language: 'en',
  format,
  common,
  table,
  frame,
  states,
  explain,
  facts,
  errors,
  journal,
  warnings,
  home,
  machines,
  machine,
  updates,
  update,
  detail,
  importing,
  inventory,
  catalogs,
  declarations,
  map,
  notices,
  practice,
  proof,
  review,
  scope,
  bundle,
  settings,
  signature,
};

/** Shape of a word catalogue. */
export type Words = typeof en;
