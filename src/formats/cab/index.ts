export type {
  CabinetFolder,
  CabinetHeader,
  CabinetList,
  CabinetMember,
  CabinetMethod,
  CabinetNeighbour,
  CabinetVisitor,
  MemberSink,
} from './cabinet.ts';
export { createCabinetReader } from './cabinet-reader.ts';
export type { CabinetOptions, CabinetReader } from './cabinet-reader.ts';
export { firstName, isCabinet } from './header.ts';
export { cabinetLimits } from './limits.ts';
export type { CabinetLimits } from './limits.ts';
export type { Lzx, LzxFolder, LzxPort } from './lzx.ts';
export { listCabinet, readCabinet } from './read-cabinet.ts';
export { loadLzx, lzxPort } from './load-lzx.ts';
export { createMemberMap, memberFile } from './member-map.ts';
export type { MemberMap, Run } from './member-map.ts';
export { readCabinetSet } from './read-set.ts';
