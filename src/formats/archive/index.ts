export { archiveKind, archiveMembers } from './members.ts';
export type { ArchiveKind, ArchiveMember } from './members.ts';
export { archiveLimits } from './limits.ts';
export type { ArchiveLimits } from './limits.ts';
