import type { Attributes } from '../text/index.ts';
import type { MssecureDocument, MssecureProduct, MssecureSuperseder } from '../../domain/index.ts';
import { isoDay } from './dates.ts';
import { id, text } from './fields.ts';

type Tables = Pick<
  MssecureDocument,
  | 'products'
  | 'families'
  | 'servicePacks'
  | 'registryChanges'
  | 'fileChanges'
  | 'supersededBys'
  | 'locations'
  | 'comments'
>;
type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** Elements that only hold others, or whose content says nothing (`Severities` are all "NA"). */
const wrappers =
  /^(?:Bulletins|Products|ProductFamilies|AvailableSPs|ServicePacks|RegKeys|RegChanges|Files|FileChanges|Commands|Command|Locations|Comments|Severities|Severity|MSSeverities|MSSeverity|WellKnownURLs|WellKnownURL|SupercededBys|SupercededBulletins|SupercededPatches)$/;

/** The reference tables of the file; their order and presence are free (mssecure, section 2). */
export class TableReader {
  readonly tables: Growing<Tables> = {
    products: [],
    families: [],
    servicePacks: [],
    registryChanges: [],
    fileChanges: [],
    supersededBys: [],
    locations: [],
    comments: [],
  };
  #product: Growing<MssecureProduct> | null = null;
  #key: Attributes | null = null;
  #file: Attributes | null = null;
  #superseder: Growing<MssecureSuperseder> | null = null;
  #superseding = '';

  /** Whether the element belongs to a table. */
  open(name: string, attributes: Attributes): boolean {
    return (
      wrappers.test(name) ||
      this.#openProduct(name, attributes) ||
      this.#openCheck(name, attributes) ||
      this.#openText(name, attributes) ||
      this.#openSuperseder(name, attributes)
    );
  }

  close(name: string): void {
    if (name === 'Product') this.#product = null;
    else if (name === 'RegKey') this.#key = null;
    else if (name === 'File') this.#file = null;
    else if (name === 'SupercededBy') this.#superseder = null;
  }

  #openProduct(name: string, attributes: Attributes): boolean {
    if (name === 'Product') {
      this.#product = {
        id: id(attributes, 'ProductID'),
        name: text(attributes, 'Name'),
        minimumServicePack: id(attributes, 'MinimumSupportedServicePackID'),
        currentServicePack: id(attributes, 'CurrentServicePackID'),
        currentVersion: text(attributes, 'CurrentVersion'),
        families: [],
        servicePacks: [],
      };
      this.tables.products.push(this.#product);
    } else if (name === 'ProductFamily') {
      const family = id(attributes, 'ProductFamilyID');
      if (this.#product) this.#product.families.push(family);
      else this.tables.families.push({ id: family, name: text(attributes, 'Name') });
    } else if (name === 'AvailableSP' && this.#product) {
      this.#product.servicePacks.push(id(attributes, 'ServicePackID'));
    } else if (name === 'ServicePack') {
      this.tables.servicePacks.push({
        id: id(attributes, 'ServicePackID'),
        name: text(attributes, 'Name'),
        url: text(attributes, 'URL'),
        released: isoDay(text(attributes, 'ReleaseDate')),
      });
    } else return false;
    return true;
  }

  #openCheck(name: string, attributes: Attributes): boolean {
    if (name === 'RegKey') this.#key = attributes;
    else if (name === 'File') this.#file = attributes;
    else if (name === 'RegChange' && this.#key) {
      // The change's own RegKeyID contradicts its parent on 70 real rows: the parent counts.
      this.tables.registryChanges.push({
        id: id(attributes, 'RegChangeID'),
        location: id(attributes, 'LocationID'),
        name: text(this.#key, 'Name'),
        type: id(this.#key, 'Type'),
        value: text(attributes, 'RegChangeValue'),
        command: id(attributes, 'CommandID').toLowerCase(),
      });
    } else if (name === 'FileChange' && this.#file) {
      this.tables.fileChanges.push({
        id: id(attributes, 'FileChangeID'),
        file: text(this.#file, 'Name'),
        folder: id(this.#file, 'LocationID'),
        version: text(attributes, 'Version'),
        checksum: text(attributes, 'Checksum'),
        command: id(attributes, 'CommandID').toLowerCase(),
        date: isoDay(text(attributes, 'Date')),
      });
    } else return false;
    return true;
  }

  #openText(name: string, attributes: Attributes): boolean {
    if (name === 'Location') {
      this.tables.locations.push({ id: id(attributes, 'LocationID'), text: text(attributes, 'Path') });
    } else if (name === 'Comment') {
      this.tables.comments.push({ id: id(attributes, 'CommentID'), text: text(attributes, 'Text') });
    } else return false;
    return true;
  }

  #openSuperseder(name: string, attributes: Attributes): boolean {
    if (name === 'SupercededBy') {
      this.#superseder = {
        id: id(attributes, 'SBID'),
        description: text(attributes, 'Description'),
        targets: [],
      };
      this.tables.supersededBys.push(this.#superseder);
    } else if (name === 'SupercededBulletin') this.#superseding = id(attributes, 'BulletinID');
    else if (name === 'SupercededPatch' && this.#superseder) {
      const patch = text(attributes, 'PatchName');
      this.#superseder.targets.push({ bulletin: this.#superseding, patch });
    } else return false;
    return true;
  }
}
