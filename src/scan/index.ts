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
export { unknownGroups } from './unknown-groups.ts';
export type { UnknownGroup } from './unknown-groups.ts';
export { describeMachine } from './describe.ts';
export type { DescribeOptions, MachineDescriber } from './describe.ts';
export { defaultPolicy } from './policy.ts';
export type { PolicyMark, RulePolicy } from './policy.ts';
export { replay, truthOfNode } from './replay.ts';
export { traceRule } from './trace.ts';
export { compileSdp, createSdpCompiler, sdpCompilerVersion } from './sdp/index.ts';
export type { SdpCompiler } from './sdp/index.ts';
export { machinesNotServiced } from './serviced.ts';
<<<<<<< HEAD
export { changedUpdates, rescanUpdates } from './blocks/changed-updates.ts';
export { scanBlocks } from './blocks/block-scan.ts';
export type { BlockScanOptions, FleetScan } from './blocks/block-scan.ts';
export { factBlockKey } from './blocks/fact-block.ts';
export type { FactBlock } from './blocks/fact-block.ts';
export { decodeProgram, encodeProgram } from './program/program-record.ts';
export type { ScanProgram } from './program/scan-program.ts';
=======
export type { SourceCompilation } from './source-compilation.ts';
>>>>>>> main
