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
export { defaultPolicy } from './policy.ts';
export type { PolicyMark, RulePolicy } from './policy.ts';
export { replay, truthOfNode } from './replay.ts';
export { traceRule } from './trace.ts';
export { machinesNotServiced } from './serviced.ts';
