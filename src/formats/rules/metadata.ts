import type { MsiApplicationMetadata, MsiPatchMetadata } from '../../domain/index.ts';
import { childOf, childrenOf } from './element.ts';
import type { RuleElement } from './element.ts';
import { Fields, bracedGuid } from './fields.ts';
import { readPatch } from './msi-patch.ts';

/** What the rules without attributes of their own ask about; a fault says why it cannot be used. */
export interface RuleMetadata {
  readonly patch: MsiPatchMetadata | null;
  readonly patchFault: string | null;
  readonly application: MsiApplicationMetadata | null;
  readonly applicationFault: string | null;
  /** `name~token~arch~lang~version`. */
  readonly cbsIdentity: string | null;
}

const recaches = ['Never', 'LowerVersion', 'AnyVersion'] as const;

/** Reads `Metadata` of an applicability section (applicability rules, sections 4 and 5); null = none. */
export function readMetadata(metadata: RuleElement | null): RuleMetadata {
  const found = (name: string) => (metadata === null ? null : childOf(metadata, name));
  const patch = found('MsiPatchMetadata');
  const application = found('MsiApplicationMetadata');
  return {
    ...(patch === null ? { patch: null, patchFault: null } : readPatch(patch)),
    ...(application === null ? { application: null, applicationFault: null } : readApplication(application)),
    cbsIdentity: cbsIdentityOf(found('CbsPackageApplicabilityMetadata')),
  };
}

function readApplication(element: RuleElement): Pick<RuleMetadata, 'application' | 'applicationFault'> {
  const codes = childrenOf(element, 'ProductCode');
  const [code] = codes;
  const product = bracedGuid(code?.text ?? '');
  if (code === undefined || product === null) {
    return { application: null, applicationFault: 'MsiApplicationMetadata/ProductCode missing' };
  }
  const fields = new Fields(code);
  const application: MsiApplicationMetadata = {
    product,
    version: fields.optionalVersion('Version'),
    recache: fields.optionalWord('UseRecacheReinstall', recaches) ?? 'Never',
  };
  const fault = codes.length > 1 ? 'MsiApplicationMetadata names several products' : fields.fault;
  return fault === null
    ? { application, applicationFault: null }
    : { application: null, applicationFault: fault };
}

/** The identity of the package's manifest; `neutral` is an empty language. */
function cbsIdentityOf(element: RuleElement | null): string | null {
  const assembly = element === null ? null : childOf(element, 'assembly');
  const identity = assembly === null ? null : childOf(assembly, 'assemblyIdentity');
  if (identity === null) return null;
  const part = (name: string) => (identity.attributes.get(name) ?? '').trim();
  const language = part('language').toLowerCase() === 'neutral' ? '' : part('language');
  const parts = [
    part('name'),
    part('publicKeyToken'),
    part('processorArchitecture'),
    language,
    part('version'),
  ];
  return parts[0] === '' || parts[4] === '' ? null : parts.join('~');
}
