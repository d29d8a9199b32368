import type { FileSource } from '../format.ts';

/**
 * The same file, whose next slice comes when `ready` has resolved: a reader that hands on within a call
 * cannot be made to wait, but it cannot go on without bytes either.
 */
export function throttled(file: FileSource, ready: () => Promise<void>): FileSource {
  return {
    name: file.name,
    size: file.size,
    stream: () => file.stream(),
    arrayBuffer: () => file.arrayBuffer(),
    slice: (start, end) => {
      const part = file.slice(start, end);
      const bytes = part.arrayBuffer.bind(part);
      return Object.defineProperty(part, 'arrayBuffer', { value: async () => ready().then(bytes) });
    },
  };
}
