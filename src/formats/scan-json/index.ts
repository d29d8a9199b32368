export * from './contents.ts';
export { rejectionMessage } from './rejection-message.ts';
export { scanJson } from './write.ts';
