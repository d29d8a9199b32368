import { createSHA256 } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { contentHash, fragmentHash } from '../../../../src/formats/wsusscan/content-hash.ts';
import { readFragment } from '../../../../src/formats/wsusscan/fragment-tree.ts';
import { guidOf, nestedCatalog, readDocument, readWhole } from '../../../support/mu-cabinet.ts';

const updates = [1, 2]
  .map(
    (number) =>
      `<Update UpdateId="${guidOf(number)}" RevisionNumber="100" RevisionId="${String(number)}" DefaultLanguage="en"/>`,
  )
  .join('');
const identity = `<UpdateIdentity UpdateID="${guidOf(1)}" RevisionNumber="100" />`;
const properties = '<Properties UpdateType="Software" ExplicitlyDeployable="true" />';
const good = identity + properties;
const other = good.replace(guidOf(1), guidOf(2));
const rules = (rule: string, metadata = ''): string =>
  `${good}<ApplicabilityRules><IsInstalled>${rule}</IsInstalled>${metadata}</ApplicabilityRules>`;

async function withFragments(fragments: Readonly<Record<string, string | Uint8Array>>) {
  const document = await readDocument(nestedCatalog({ updates, fragments: { 'c/2': other, ...fragments } }));
  const [revision, beside] = document.revisions;
  if (revision === undefined) throw new Error('no revision');
  // Whatever becomes of one, the other is read.
  expect(beside).toMatchObject({ updateId: guidOf(2), fault: null });
  return { revision, warnings: document.warnings };
}

const warning = (fault: string, reason: string) => ({
  code: 'fragment-unreadable',
  details: { update: guidOf(1), revision: 100, revisionId: 1, fault, reason },
});

describe('prefixes and foreign blobs', () => {
  it.each([
    ['base', '<b.RegKeyExists Key="HKEY_LOCAL_MACHINE" Subkey="a" />', 'reg-key-exists'],
    [
      'MSI',
      '<m.MsiProductInstalled ProductCode="{00000000-0000-4000-8000-000000000001}" />',
      'msi-product-installed',
    ],
    ['any other letter', '<q.RegKeyExists Key="HKEY_LOCAL_MACHINE" Subkey="a" />', 'reg-key-exists'],
    ['servicing', '<CbsPackageInstalledByIdentity PackageIdentity="a~b~c~d~1.0" />', 'cbs-package-installed'],
  ])('%s', async (_, rule, kind) => {
    const { revision } = await withFragments({ 'c/1': rules(rule) });
    expect(revision.rules?.isInstalled).toMatchObject({ op: 'leaf', leaf: { kind } });
  });

  it('a rule nobody knows is Unknown by name; the update is no faulty one', async () => {
    const { revision, warnings } = await withFragments({
      'c/1': rules('<And><True/><d.Weather Sky="blue"/></And>'),
    });
    expect(revision.fault).toBeNull();
    expect(revision.rules?.isInstalled).toMatchObject({
      of: [{ op: 'true' }, { leaf: { name: 'Weather' } }],
    });
    expect(warnings).toMatchObject([
      { code: 'rule-not-understood', details: { element: 'Weather', first: guidOf(1) } },
    ]);
  });

  it('a patch with a namespace of its own in the middle', async () => {
    const patch =
      '<Metadata><m.MsiPatchMetadata><MsiPatch xmlns="http://www.microsoft.com/msi/patch_applicability.xsd" SchemaVersion="1.0.0.0" ' +
      'PatchGUID="{00000000-0000-4000-8000-000000000007}" MinMsiVersion="3"><TargetProduct MinMsiVersion="3">' +
      '<TargetProductCode Validate="true">{00000000-0000-4000-8000-000000000008}</TargetProductCode></TargetProduct>' +
      '<TargetProductCode>{00000000-0000-4000-8000-000000000008}</TargetProductCode></MsiPatch></m.MsiPatchMetadata></Metadata>';
    const { revision } = await withFragments({ 'c/1': rules('<m.MsiPatchInstalled />', patch) });
    expect(revision.rules?.isInstalled).toMatchObject({ leaf: { kind: 'msi-patch-installed' } });
  });

  it('a byte order mark, a declaration, UTF-16', async () => {
    const plain = (await withFragments({ 'c/1': good })).revision;
    expect(plain.fault).toBeNull();
    const utf16 = new Uint8Array(Uint16Array.from(`\uFEFF${good}`, (mark) => mark.charCodeAt(0)).buffer);
    for (const fragment of [`\uFEFF${good}`, `<?xml version="1.0"?>${good}`, ` \r\n${good}\r\n`, utf16]) {
      expect((await withFragments({ 'c/1': fragment })).revision).toEqual(plain);
    }
  });
});

describe('one bad fragment never fails the import: its update is Unknown and named', () => {
  it.each([
    ['cut', good.slice(0, -20), 'core-malformed'],
    ['crossed', rules('<And><True/></IsInstalled></And>'), 'core-malformed'],
    ['a closed root', `${good}</f><f>`, 'core-malformed'],
    ['text of no kind', 'hello', 'core-malformed'],
    ['no bytes', '', 'core-malformed'],
    ['no identity', properties, 'core-malformed'],
    ['no properties', identity, 'core-malformed'],
    ['an unknown type', good.replace('Software', 'Weather'), 'core-malformed'],
    ['bytes that are no UTF-8', Uint8Array.of(0x3c, 0x61, 0xff, 0xfe, 0x3e), 'core-malformed'],
    [
      'an unescaped ampersand',
      rules('<b.RegKeyExists Key="HKEY_LOCAL_MACHINE" Subkey="a&b" />'),
      'core-malformed',
    ],
    [
      'an attribute twice',
      good.replace('UpdateType=', 'UpdateType="Software" UpdateType='),
      'core-malformed',
    ],
    ['another update', good.replace(guidOf(1), guidOf(3)), 'identity-differs'],
    ['another revision', good.replace('"100"', '"101"'), 'identity-differs'],
    [
      'a clause without members',
      good + '<Relationships><Prerequisites><AtLeastOne/></Prerequisites></Relationships>',
      'core-malformed',
    ],
    [
      'a child that is no GUID',
      good +
        '<Relationships><BundledUpdates><UpdateIdentity UpdateID="x" RevisionNumber="1"/></BundledUpdates></Relationships>',
      'core-malformed',
    ],
    ['CAT17 a document type', `<!DOCTYPE f [<!ENTITY a "b">]>${good}`, 'core-malformed'],
    [
      'CAT17 an entity nobody declared',
      rules('<b.RegKeyExists Key="HKEY_LOCAL_MACHINE" Subkey="&a;" />'),
      'core-malformed',
    ],
    ['CAT18 10,000 levels', rules('<Not>'.repeat(10_000) + '</Not>'.repeat(10_000)), 'core-malformed'],
    ['CAT19 an element named constructor', rules('<constructor/>'), 'core-malformed'],
    ['CAT19 an attribute named __proto__', rules('<True __proto__="x"/>'), 'core-malformed'],
    ['half a million elements', rules(`<And>${'<True/>'.repeat(500_000)}</And>`), 'core-malformed'],
  ])('%s', async (_, fragment, fault) => {
    const { revision, warnings } = await withFragments({ 'c/1': fragment });
    expect(revision).toMatchObject({ fault, rules: null, contentHash: '', supersedes: [] });
    expect(warnings).toMatchObject([warning(fault, expect.any(String) as unknown as string)]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('a core fragment that is missing; prerequisites are those of the master list then', async () => {
    const bare = `<Update UpdateId="${guidOf(1)}" RevisionNumber="1" RevisionId="1"><Prerequisites><UpdateId Id="${guidOf(7)}"/></Prerequisites></Update>`;
    const document = await readDocument(nestedCatalog({ updates: bare }));
    expect(document.revisions).toMatchObject([
      { fault: 'core-missing', type: 'Software', prerequisites: [{ anyOf: [guidOf(7)] }] },
    ]);
    expect(document.warnings).toMatchObject([{ details: { fault: 'core-missing' } }]);
  });

  it('a core fragment beyond the limit, however small its packed size', async () => {
    const { revision } = await withFragments({
      'c/1': rules(`<!--${' '.repeat(17 * 1024 * 1024)}--><True/>`),
    });
    expect(revision.fault).toBe('core-too-large');
  });

  it('an extended fragment: what would be installed is not known', async () => {
    for (const extended of [
      '<ExtendedProperties',
      '<Files/>',
      '<ExtendedProperties/><Files><File FileName="a" Size="1"/></Files>',
    ]) {
      const { revision } = await withFragments({ 'c/1': good, 'x/1': extended });
      expect(revision).toMatchObject({ fault: 'extended-malformed', contentHash: '', type: 'Software' });
    }
  });

  it('a localized or licence fragment leaves the update decidable', async () => {
    const { revision, warnings } = await withFragments({
      'c/1': good,
      'l/en/1': '<Title>',
      'e/1': '<EulaFile',
    });
    expect(revision.fault).toBeNull();
    expect(warnings.map(({ details }) => details['fault'])).toEqual([
      'eula-malformed',
      'localized-malformed',
    ]);
  });

  it('a thousand are named, more are counted', async () => {
    const many = Array.from(
      { length: 1100 },
      (_, i) => `<Update UpdateId="${guidOf(i)}" RevisionNumber="1" RevisionId="${String(i)}"/>`,
    );
    const { warnings } = await readDocument(nestedCatalog({ updates: many.join('') }));
    expect(warnings).toHaveLength(1001);
    expect(warnings.at(-1)).toEqual({ code: 'fragments-unreadable', details: { count: 1100, named: 1000 } });
  });
});

describe('payload in two places', () => {
  it('a file by the master list alone has hash and address', async () => {
    const digest = 'sPK8zxDbanJ9xR1AYriCNKW5YWQ=';
    const listed = updates.replace('/>', `><PayloadFiles><File Id="${digest}"/></PayloadFiles></Update>`);
    const locations = `<FileLocation Id="${digest}" Url="http://example.test/a/kb1.cab"/>`;
    const cabinet = nestedCatalog({ updates: listed, locations, fragments: { 'c/1': good, 'c/2': other } });
    const { details, revisions, report } = await readWhole(cabinet);
    expect(revisions[0]?.fault).toBeNull();
    expect(details[0]?.files).toMatchObject([
      { name: 'kb1.cab', url: 'http://example.test/a/kb1.cab', sha256: null },
    ]);
    expect(details[0]?.files[0]?.sha1).toHaveLength(40);
    expect(report.warnings).toMatchObject([{ details: { fault: 'extended-missing' } }]);
  });

  it('differing lists are remarked on', async () => {
    const files =
      '<ExtendedProperties/><Files><File Digest="sPK8zxDbanJ9xR1AYriCNKW5YWQ=" FileName="a" Size="1"/></Files>';
    const { warnings } = await withFragments({ 'c/1': good, 'x/1': files });
    expect(warnings).toEqual([
      { code: 'content-differs', details: { document: guidOf(1), field: 'PayloadFiles', count: 1 } },
    ]);
  });
});

describe('the content hash', async () => {
  const hash = await createSHA256();
  const of = (text: string): string => {
    const tree = readFragment(text);
    if (!tree.ok) throw new Error(tree.reason);
    return fragmentHash(hash, tree.elements);
  };

  it('does not depend on the order of attributes and elements, nor on the case of update ids', () => {
    const a = '<P A="1" B="2"><U>x</U><V UpdateID="AB"/></P><Q/>';
    expect(of('<Q></Q><P B="2" A="1"><V  UpdateID="ab"></V>\n<U>x</U></P>')).toBe(of(a));
  });

  it('depends on everything else', () => {
    const texts = [
      '<P A="1"/>',
      '<P A="2"/>',
      '<P B="1"/>',
      '<P/>',
      '<P>1</P>',
      '<P><P/></P>',
      '<P/><P/>',
      '<P A="1" B=""/>',
      '<P A="UpdateID"/>',
      '<P UpdateId="A"/>',
      '<P UpdateId="a"/>',
    ];
    expect(new Set(texts.map(of)).size).toBe(texts.length);
    expect(of('<Files><F A="1"/><F A="2"/></Files>')).not.toBe(of('<Files><F A="2"/><F A="1"/></Files>'));
    expect(contentHash(hash, of('<P/>'), '')).not.toBe(contentHash(hash, '', of('<P/>')));
  });
});
