import { format as f } from './format.ts';

export const catalogs = {
  title: 'Catalogs',
  purpose: 'The update documents that every decision is made from, by edition.',
  why: 'No catalog has been brought in yet.',
  bring: 'Add catalog files',
  bringHow:
    'On the connected side, save Microsoft\'s monthly security documents (CVRF, "2026-Feb" …) as XML and carry them in on the stick. Vendor packages (.sdp, catalog XML, ZIP) and MSSecure.XML are read too.',
  editions: 'Editions',
  columns: {
    document: 'Document',
    title: 'Title',
    released: 'Released as of',
    age: 'Age',
    revision: 'Revision',
    source: 'Source',
    updates: 'Updates',
    kbs: 'KBs',
    pairs: 'KB × product',
    vulnerabilities: 'CVEs',
    products: 'Products',
    size: 'Size',
    file: 'File',
    sha256: 'SHA-256',
    imported: 'Imported',
    use: 'Use',
    signature: 'Signature',
    warnings: 'Warnings',
  },
  sources: {
    msrc: 'Microsoft security documents',
    sdp: 'Vendor packages (SDP)',
    mssecure: 'MSSecure.XML',
    mu: 'Microsoft Update offline catalog',
  },
  singlePackages: (vendor: string, n: string) => `${vendor}: ${n} single packages`,
  files: (n: string) => `${n} files`,
  inUse: 'in use',
  history: 'history',
  missing: (n: number) => `${f.count(n, 'month is', 'months are')} missing`,
  missingRange: (from: string, to: string, months: number) =>
    from === to ? from : `${from} … ${to} (${f.count(months, 'month', 'months')})`,
  missingStates: (n: number) => `${f.count(n, 'state waits', 'states wait')} for them`,
  missingText:
    'Supersedence names only one step back, usually last month; missing months never make an update Required by themselves. A state may wait for several of them. These documents close the chain:',
  compare: {
    title: 'Compare two editions',
    older: 'From',
    newer: 'To',
    run: 'Compare',
    otherScope:
      'The two were imported with different choices: what seems new or gone may only have been outside of one of them.',
    needTwo: 'Comparing needs two editions; there is one.',
    same: 'Choose two different editions.',
    result: (older: string, newer: string) => `From ${older} to ${newer}`,
    added: (n: number) => f.count(n, 'update new', 'updates new'),
    revised: (n: number) => f.count(n, 'update revised', 'updates revised'),
    gone: (n: number) => f.count(n, 'update gone', 'updates gone'),
    expired: (n: number) => f.count(n, 'update withdrawn by the vendor', 'updates withdrawn by the vendor'),
    superseded: (n: number) => f.count(n, 'update now superseded', 'updates now superseded'),
    described: (n: number) =>
      f.count(
        n,
        'of the revised changed its description only',
        'of the revised changed their description only',
      ),
    lowered: (n: number) => f.count(n, 'update of lower severity now', 'updates of lower severity now'),
    doubt: (before: number, after: number) =>
      `Doubtful: ${f.number(before)} updates before, ${f.number(after)} now. The newer file may be cut; bring it again before you rely on it.`,
    nothing: 'No difference in updates, products, builds or supersedence.',
    notFound: 'One of the two editions is no longer stored.',
  },
  coverage: {
    title: 'What these documents never contain',
    msrc: [
      'Updates without a security fix: previews, quality-only and feature updates, drivers, firmware.',
      'Detection rules and update files: states follow from build numbers and KB lists, files come from the Update Catalog.',
      'Microsoft 365 Apps and Click-to-Run Office as KBs: they are listed per month and stay Unknown unless the site declares that they are not there.',
      'Products of other vendors, and anything before April 2016.',
    ],
    sdp: [
      'Products of other vendors than those whose catalogs were imported; no rating of vulnerabilities: severity is the vendor’s urgency.',
      'Update files: the packages name them with size and hash, they are fetched on the connected side.',
      'Packages that an edition no longer lists: vendors keep the newest of each chain only.',
    ],
    mssecure: [
      'Anything after its last edition (October 2007 at the latest), and missing service packs.',
      'A way to decide for patches without detection data: they stay Unknown.',
      'Update files: locations are named, many of them no longer exist.',
    ],
    mu: [
      'Drivers, feature updates, previews, and normally definition updates (antimalware signatures).',
      'Update files: only their names, sizes, hashes and addresses; they are fetched on the connected side.',
      'Dynamic Update for Windows Setup, Microsoft 365 Apps (Click-to-Run), Store apps, and products of other vendors.',
      'Everything outside the products, classifications and languages chosen at import.',
    ],
  },
  /** Where a warning is of no single document. */
  together: 'all together',
  warningsTitle: 'Warnings while reading',
};
