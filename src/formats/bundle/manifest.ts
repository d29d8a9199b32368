import type { SignatureDoubt, SignatureStanding } from '../../domain/index.ts';
import { element, writeXml, type XmlElement } from '../xml-writer/index.ts';
import type { HashedFile } from './bag-text.ts';

const manifestNamespace = 'urn:patchferry:bundle:1';

/** An update file in the bundle. */
export interface ManifestFile extends HashedFile {
  /** As the technician attached it; differs from the path's last name where that had to be mapped. */
  readonly originalName: string;
}

/** Why a machine gets an update. */
export interface ManifestTarget {
  readonly machine: string;
  readonly state: string;
  readonly reason: string;
  /** Null for Unknown. */
  readonly grade: string | null;
  /** KB that decided, or null. */
  readonly by: string | null;
  /** `needs-esu-licence …`: remarks that do not change the state, separated by blanks; null for none. */
  readonly marks: string | null;
}

export interface ManifestUpdate {
  readonly id: string;
  /** Null for a pseudo-update. */
  readonly kb: string | null;
  readonly title: string;
  /** 1, 2, 3 …: the order of installation. */
  readonly order: number;
  readonly restart: string;
  readonly severity: string;
  readonly exploited: boolean;
  /** The content that was looked at when the update was authorized. */
  readonly contentHash: string;
  readonly authorizedBy: string;
  /** ISO instant, UTC. */
  readonly authorizedAt: string;
  /** Catalog search address. */
  readonly source: string;
  readonly products: readonly { readonly id: string; readonly name: string }[];
  /** Machines that need a licence or an edition for it, by mark. */
  readonly remarks: readonly { readonly mark: string; readonly machines: number }[];
  /** KB names. */
  readonly supersedes: readonly string[];
  readonly targets: readonly ManifestTarget[];
  /** Empty: on the shopping list. */
  readonly files: readonly ManifestFile[];
}

/** What was found about the signature of a catalog's file; empty values are left out. */
export interface ManifestSignature {
  readonly signature: SignatureStanding;
  readonly signer?: string;
  /** Thumbprint of the root that its chain ends at. */
  readonly 'root-sha256'?: string;
  /** What was not proven, and why the catalog was used all the same. */
  readonly doubt?: SignatureDoubt;
  readonly 'override-reason'?: string;
}

export interface Manifest {
  readonly id: string;
  readonly name: string;
  /** ISO instant, UTC. */
  readonly created: string;
  readonly software: string;
  readonly site: string;
  readonly operator: string;
  readonly marking: string;
  readonly practice: boolean;
  readonly catalogs: readonly ({
    readonly source: string;
    /** `2026-Feb@2026-03-04T08:00:00`. */
    readonly edition: string;
    readonly title: string;
    readonly file: string;
    readonly sha256: string;
  } & ManifestSignature)[];
  readonly machines: readonly {
    readonly id: string;
    readonly name: string;
    readonly osVersion: string | null;
    readonly ubr: number | null;
  }[];
  readonly updates: readonly ManifestUpdate[];
  readonly leftOut: readonly {
    readonly update: string;
    readonly reason: string;
    readonly by: string | null;
  }[];
  /** README and shopping lists. */
  readonly papers: readonly HashedFile[];
}

/** `data/manifest.xml`; its schema is `manifest.xsd` beside this file. Same manifest, same bytes. */
export function writeManifest(manifest: Manifest): string {
  return writeXml(
    element(
      'bundle',
      {
        xmlns: manifestNamespace,
        format: 'patchferry-bundle/1',
        id: manifest.id,
        name: manifest.name,
        created: manifest.created,
        software: manifest.software,
        practice: String(manifest.practice),
        // Signing comes with its own part of the product; until then nobody shall take this for signed.
        signed: 'false',
      },
      [
        element('origin', {
          site: manifest.site,
          operator: manifest.operator,
          marking: manifest.marking,
        }),
        element(
          'catalogs',
          {},
          manifest.catalogs.map((catalog) => element('catalog', { ...catalog })),
        ),
        element(
          'machines',
          {},
          manifest.machines.map((machine) =>
            element('machine', {
              id: machine.id,
              name: machine.name,
              'os-version': machine.osVersion,
              ubr: machine.ubr,
            }),
          ),
        ),
        element('updates', {}, manifest.updates.map(updateElement)),
        element(
          'left-out',
          {},
          manifest.leftOut.map((item) => element('update', { ...item })),
        ),
        element(
          'papers',
          {},
          manifest.papers.map((paper) => element('file', fileAttributes(paper))),
        ),
      ],
    ),
  );
}

function updateElement(update: ManifestUpdate): XmlElement {
  return element(
    'update',
    {
      id: update.id,
      kb: update.kb,
      order: update.order,
      restart: update.restart,
      severity: update.severity,
      exploited: String(update.exploited),
      'content-hash': update.contentHash,
      'authorized-by': update.authorizedBy,
      'authorized-at': update.authorizedAt,
      source: update.source,
      files: update.files.length === 0 ? 'missing' : 'attached',
    },
    [
      element('title', {}, [update.title]),
      ...update.products.map((product) => element('product', { id: product.id }, [product.name])),
      ...update.remarks.map((remark) => element('remark', { ...remark })),
      ...update.supersedes.map((name) =>
        element('supersedes', /^KB\d{6,7}$/.test(name) ? { kb: name } : { update: name }),
      ),
      ...update.targets.map((target) => element('target', { ...target })),
      ...update.files.map((file) =>
        element('file', { ...fileAttributes(file), 'original-name': file.originalName }),
      ),
    ],
  );
}

function fileAttributes(file: HashedFile): Record<string, string | number> {
  return { path: file.path, bytes: file.bytes, sha256: file.sha256 };
}
