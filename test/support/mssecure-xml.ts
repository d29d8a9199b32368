/** One FileChange of a made catalog: its file lies in `%windir%` unless a folder is given. */
export interface MadeFile {
  readonly name: string;
  readonly version?: string;
  readonly checksum?: string;
  readonly command?: string;
  readonly folder?: string;
}

export interface MadePatch {
  readonly bulletin: string;
  /** `file name of the patch`, else made from the bulletin. */
  readonly name?: string;
  readonly product?: string;
  readonly servicePacks?: readonly string[];
  readonly files?: readonly MadeFile[];
  /** Registry values that have to be 1, by their whole key. */
  readonly registry?: readonly string[];
  /** Bulletins whose patch supersedes it; an empty list makes an SBID without a target. */
  readonly supersededBy?: readonly string[];
  /** More marks inside Patch. */
  readonly inside?: string;
  /** More attributes of Patch. */
  readonly attributes?: string;
}

const nameOf = ({ bulletin, name }: MadePatch) => name ?? `${bulletin}.exe`;

/** An MSSecure.XML of our own, with product 1 at service packs 10 and 11 and one patch a bulletin. */
export function mssecureXml(
  patches: readonly MadePatch[],
  root: Readonly<Record<string, string>> = {},
): string {
  const files: string[] = [];
  const values: string[] = [];
  const locations: string[] = [];
  const superseders: string[] = [];
  const location = (path: string) => {
    locations.push(`<Location LocationID="${String(locations.length + 1)}" Path="${path}"/>`);
    return String(locations.length);
  };
  const bulletins = patches.map((made) => {
    const { bulletin, product = '1', servicePacks = [], supersededBy, inside = '', attributes = '' } = made;
    const changes = (made.files ?? []).map((file) => {
      const id = String(files.length + 1);
      const { name, version = '', checksum = '', command = 'c', folder = '%windir%' } = file;
      files.push(
        `<File FileID="${id}" Name="${name}" LocationID="${location(folder)}"><FileChanges><FileChange FileChangeID="${id}" Version="${version}" CommandID="${command}" Checksum="${checksum}"/></FileChanges></File>`,
      );
      return `<FileChg FileChangeID="${id}"/>`;
    });
    const keys = (made.registry ?? []).map((key) => {
      const id = String(values.length + 1);
      values.push(`<RegChange RegChangeID="${id}" RegChangeValue="1" LocationID="${location(key)}"/>`);
      return `<RegChg RegChangeID="${id}"/>`;
    });
    let superseder = '0';
    if (supersededBy) {
      superseder = String(superseders.length + 1);
      const targets = supersededBy.map((id) => {
        const target = patches.find((other) => other.bulletin === id);
        const patch = target ? nameOf(target) : `${id}.exe`;
        return `<SupercededBulletin BulletinID="${id}"><SupercededPatches><SupercededPatch PatchName="${patch.toUpperCase()}"/></SupercededPatches></SupercededBulletin>`;
      });
      superseders.push(
        `<SupercededBy SBID="${superseder}"><SupercededBulletins>${targets.join('')}</SupercededBulletins></SupercededBy>`,
      );
    }
    const packs = servicePacks.map((id) => `<AffectedServicePack ServicePackID="${id}"/>`).join('');
    return `<Bulletin BulletinID="${bulletin}" Title="T" DatePosted="2001/01/01" DateRevised="2001/01/01"><Patches><Patch PatchName="${nameOf(made)}" SBID="${superseder}" ${attributes}><RegChgs>${keys.join('')}</RegChgs><AffectedProduct ProductID="${product}" FixedInSP="0">${packs}</AffectedProduct><FileChgs>${changes.join('')}</FileChgs>${inside}</Patch></Patches></Bulletin>`;
  });
  const attributes = Object.entries({ DataVersion: '1.0.0.1', LastDataUpdate: '1/2/2004', ...root })
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
  return [
    `<?xml version="1.0"?><BulletinDatastore ${attributes}><Bulletins>${bulletins.join('')}</Bulletins>`,
    '<Products><Product ProductID="1" Name="Example OS"/></Products>',
    '<ServicePacks><ServicePack ServicePackID="10" Name="Gold"/><ServicePack ServicePackID="11" Name="SP1"/></ServicePacks>',
    `<RegKeys><RegKey RegKeyID="5" Name="Installed" Type="0x10001"><RegChanges>${values.join('')}</RegChanges></RegKey></RegKeys>`,
    `<Files>${files.join('')}</Files><Locations>${locations.join('')}</Locations>`,
    `<SupercededBys>${superseders.join('')}</SupercededBys></BulletinDatastore>`,
  ].join('\n');
}
