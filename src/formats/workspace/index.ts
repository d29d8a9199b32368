export { fromBase64, toBase64 } from './base64.ts';
export type { WorkspaceContents, WorkspaceFile, WorkspaceProblem } from './contents.ts';
export type { WorkspacePart } from './part-schema.ts';
export { isWorkspace, readWorkspaceFile } from './read.ts';
export type { TakePart } from './read.ts';
export { writeWorkspace } from './write.ts';
