/** Rules x facts = patch states: compiling, three engines, and the words for what they found. */
export { compileCatalogs } from './compile-catalogs.ts';
export type { Compilation, CompileOptions } from './compile-catalogs.ts';
export type { ScanEngine } from './engine.ts';
export { compileMsrc, createMsrcCompiler, missingMonthsOf } from './msrc/index.ts';
export type { MsrcCompilation, MsrcCompiler } from './msrc/index.ts';
export { monthName, monthOf, monthRuns } from './msrc/months.ts';
export { createReferenceEngine } from './reference.ts';
export { createRowsEngine } from './rows.ts';
export { createKernelEngine } from './kernel.ts';
export { decideUpdate, truthOf } from './evaluate.ts';
export type { Outcome, UpdateOutcome } from './evaluate.ts';
export { describeMachine } from './describe.ts';
export type { DescribeOptions, MachineDescriber } from './describe.ts';
export { compileSdp, createSdpCompiler, sdpCompilerVersion } from './sdp/index.ts';
export type { SdpCompiler } from './sdp/index.ts';
export { machinesNotServiced } from './serviced.ts';
export type { SourceCompilation } from './source-compilation.ts';
