import { describe, expect, it } from 'vitest';
import { readLeaf } from '../../../support/rule-text.ts';

const a = '{AAAAAAAA-1234-1234-1234-123456789ABC}';
const b = '{BBBBBBBB-1234-1234-1234-123456789ABC}';

describe('metadata of rules without attributes', () => {
  it('MsiPatch: only what is to be validated is tested', () => {
    const patch = `<Metadata><b2:MsiPatchMetadata><MsiPatch SchemaVersion="1.0" PatchGUID="${a}" TargetsRTM="true">
      <TargetProduct MinMsiVersion="300">
        <TargetProductCode Validate="true">${b}</TargetProductCode>
        <TargetVersion Validate="true" ComparisonType="equal" ComparisonFilter="MajorMinor">12.0.4518.1014</TargetVersion>
        <TargetLanguage Validate="false">1033</TargetLanguage>
      </TargetProduct>
      <TargetProduct><TargetProductCode>${b}</TargetProductCode><TargetLanguage Validate="1">1031</TargetLanguage></TargetProduct>
      <TargetProductCode>${b}</TargetProductCode>
      <ObsoletedPatch>${a}</ObsoletedPatch>
      <SequenceData><PatchFamily>word</PatchFamily><Sequence>12.0.6000</Sequence><Attributes>1</Attributes></SequenceData>
    </MsiPatch><FallbackPatchCode>${b}</FallbackPatchCode></b2:MsiPatchMetadata></Metadata>`;
    expect(readLeaf('<m.MsiPatchInstallable/>', patch)).toEqual({
      kind: 'msi-patch-installable',
      metadata: {
        patch: a,
        fallback: [b],
        products: [b],
        targets: [
          {
            productCode: b,
            version: { comparison: 'Equal', filter: 'MajorMinor', version: '12.0.4518.1014' },
            language: null,
          },
          { productCode: null, version: null, language: 1031 },
        ],
        obsoleted: [a],
        sequence: [{ family: 'word', product: null, sequence: '12.0.6000', attributes: 1 }],
      },
    });
  });

  it('a fault in the metadata makes the rules that use it not understood', () => {
    const patch = '<Metadata><MsiPatchMetadata><MsiPatch PatchGUID="no"/></MsiPatchMetadata></Metadata>';
    expect(readLeaf('<m.MsiPatchInstalled/>', patch)).toMatchObject({
      kind: 'not-understood',
      name: 'MsiPatchInstalled: MsiPatch: PatchGUID "no" is not a GUID',
    });
  });

  it('MsiApplicationMetadata and its recache option', () => {
    const metadata = `<Metadata><MsiApplicationMetadata><ProductCode Version="1.2.3" UseRecacheReinstall="lowerversion">${a}</ProductCode></MsiApplicationMetadata></Metadata>`;
    expect(readLeaf('<m.MsiApplicationInstallable/>', metadata)).toEqual({
      kind: 'msi-application-installable',
      metadata: { product: a, version: '1.2.3', recache: 'LowerVersion' },
    });
  });

  it('CBS identity: neutral is an empty field, whatever the order of attributes', () => {
    const metadata =
      '<Metadata><CbsPackageApplicabilityMetadata><assembly><assemblyIdentity language="neutral" version="10.0.1.7" buildType="release" name="Package_for_RollupFix" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35"/></assembly></CbsPackageApplicabilityMetadata></Metadata>';
    expect(readLeaf('<CbsPackageInstallable/>', metadata)).toEqual({
      kind: 'cbs-package-installable',
      identity: 'Package_for_RollupFix~31bf3856ad364e35~amd64~~10.0.1.7',
    });
  });
});
