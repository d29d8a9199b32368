import { isRefusedName } from '../text/index.ts';
import type { Attributes } from '../text/index.ts';
import type { MssecureAffected, MssecureBulletin, MssecurePatch } from '../../domain/index.ts';
import { isoDay } from './dates.ts';
import { id, readQNumber, text } from './fields.ts';
import { maxIdLength } from './limits.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/**
 * Bulletins and their patches. Children stand in any order and are told by their name and by what
 * encloses them, never by their position (mssecure, section 9, trap 5).
 */
export class BulletinReader {
  readonly bulletins: MssecureBulletin[] = [];
  readonly #refuse: (name: string) => Error;
  #bulletin: Open<MssecureBulletin> | null = null;
  #patch: Open<MssecurePatch> | null = null;
  #affected: Open<MssecureAffected> | null = null;

  /** @param refuse makes the error for an id that names no bulletin */
  constructor(refuse: (name: string) => Error) {
    this.#refuse = refuse;
  }

  /** Whether the element is one of a bulletin and was taken. */
  open(name: string, attributes: Attributes): boolean {
    if (name === 'Bulletin') return this.#openBulletin(attributes);
    const bulletin = this.#bulletin;
    if (bulletin === null) return false;
    switch (name) {
      case 'BulletinComment':
        return added(bulletin.comments, id(attributes, 'CommentID'));
      case 'QNumber':
        bulletin.qNumbers.push(readQNumber(text(attributes, 'QNumber')));
        return true;
      case 'Patch':
        this.#patch = startPatch(attributes, bulletin.patches.length);
        bulletin.patches.push(this.#patch);
        return true;
      default:
        return isWrapper(name) || this.#openInPatch(name, attributes);
    }
  }

  close(name: string): void {
    if (name === 'AffectedProduct') this.#affected = null;
    else if (name === 'Patch') this.#patch = null;
    else if (name === 'Bulletin') this.#bulletin = null;
  }

  #openBulletin(attributes: Attributes): boolean {
    const written = attributes.get('BulletinID')?.trim() ?? '';
    if (!/^[0-9A-Za-z][\w.-]*$/.test(written) || written.length > maxIdLength || isRefusedName(written)) {
      throw this.#refuse(written.slice(0, 40));
    }
    this.#bulletin = {
      id: written,
      title: text(attributes, 'Title'),
      summary: text(attributes, 'Summary'),
      issue: text(attributes, 'Issue'),
      posted: isoDay(text(attributes, 'DatePosted')),
      revised: isoDay(text(attributes, 'DateRevised')),
      supported: text(attributes, 'Supported').toLowerCase() !== 'no',
      location: id(attributes, 'BulletinLocationID'),
      faqLocation: id(attributes, 'FAQLocationID'),
      faqPage: text(attributes, 'FAQPageName'),
      qNumbers: [],
      comments: [],
      patches: [],
    };
    this.bulletins.push(this.#bulletin);
    return true;
  }

  #openInPatch(name: string, attributes: Attributes): boolean {
    const patch = this.#patch;
    if (patch === null) return false;
    switch (name) {
      case 'AffectedProduct':
        this.#affected = {
          product: id(attributes, 'ProductID'),
          fixedIn: id(attributes, 'FixedInSP'),
          servicePacks: [],
        };
        patch.affected.push(this.#affected);
        return true;
      case 'AffectedServicePack':
        return this.#affected !== null && added(this.#affected.servicePacks, id(attributes, 'ServicePackID'));
      case 'FileChg':
        return added(patch.files, id(attributes, 'FileChangeID'));
      case 'RegChg':
        return added(patch.registry, id(attributes, 'RegChangeID'));
      case 'PatchComment':
        return added(patch.comments, id(attributes, 'CommentID'));
      default:
        return false;
    }
  }
}

function startPatch(attributes: Attributes, ordinal: number): Open<MssecurePatch> {
  const superseder = id(attributes, 'SBID');
  const cves = text(attributes, 'CVEID');
  return {
    ordinal,
    name: text(attributes, 'PatchName'),
    location: id(attributes, 'PatchLocationID'),
    supersededBy: superseder === '0' ? '' : superseder,
    qNumber: id(attributes, 'SQNumber').toUpperCase(),
    noReboot: text(attributes, 'NoReboot') === '1',
    severity: id(attributes, 'MSSeverityID'),
    cves: cves === '' ? [] : cves.split(/[\s,;]+/),
    affected: [],
    files: [],
    registry: [],
    comments: [],
    note: text(attributes, 'ShavlikPatchComment'),
  };
}

function isWrapper(name: string): boolean {
  return ['BulletinComments', 'QNumbers', 'Patches', 'PatchComments', 'FileChgs', 'RegChgs'].includes(name);
}

function added(list: string[], item: string): boolean {
  list.push(item);
  return true;
}
