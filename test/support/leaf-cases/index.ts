import type { LeafCase } from './case.ts';
import { completeDomainCases } from './complete-domains.ts';
import { fileCases } from './files.ts';
import { msiPatchCases } from './msi-patches.ts';
import { msiCases } from './msi.ts';
import { registryValueCases } from './registry-values.ts';
import { registryCases } from './registry.ts';
import { servicingCases } from './servicing.ts';
import { systemStateCases } from './system-state.ts';
import { systemCases } from './system.ts';
import { wmiCases } from './wmi.ts';

export { machineOf } from './case.ts';
export type { LeafCase } from './case.ts';

/** Applicability rules, sections 3 to 5, and MSSecure's R2, R3 and R6: each edge case the pages name. */
export const leafCases: readonly (readonly [family: string, cases: readonly LeafCase[]])[] = [
  ['complete domains', completeDomainCases],
  ['registry keys', registryCases],
  ['registry values and loops', registryValueCases],
  ['files', fileCases],
  ['operating system and hardware', systemCases],
  ['languages, cluster, licences, history, device', systemStateCases],
  ['WMI', wmiCases],
  ['Windows Installer', msiCases],
  ['Windows Installer patches and applications', msiPatchCases],
  ['Windows servicing', servicingCases],
];
