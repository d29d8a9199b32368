export { machineOf } from './case.ts';
export type { LeafCase } from './case.ts';
export { fileCases } from './files.ts';
export { msiCases } from './msi.ts';
export { registryCases } from './registry.ts';
export { servicingCases } from './servicing.ts';
export { systemCases } from './system.ts';
export { wmiCases } from './wmi.ts';
