export type { WorkspaceContents, WorkspaceFile, WorkspaceProblem } from './contents.ts';
export { isWorkspace, readWorkspaceFile } from './read.ts';
export { writeWorkspace } from './write.ts';
