import { afterEach, expect, it, vi } from 'vitest';
import { forgetImport, interruptedImport, noteImport } from '../../../../src/ui/state/interrupted-import.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}
afterEach(() => vi.unstubAllGlobals());

it('an import that began and never ended is known at the next start', () => {
  vi.stubGlobal('localStorage', storage());
  expect(interruptedImport()).toBeNull();
  noteImport([new File([''], 'PC01.txt'), new File([''], 'PC02.txt')]);
  expect(interruptedImport()).toEqual({ files: 2, first: 'PC01.txt' });
  forgetImport();
  expect(interruptedImport()).toBeNull();
});

it('a note that is none, and a browser that refuses storage, are no interruption', () => {
  const damaged = storage();
  damaged.setItem('patchferry.import-running', '{"files":"3"}');
  vi.stubGlobal('localStorage', damaged);
  expect(interruptedImport()).toBeNull();
  damaged.setItem('patchferry.import-running', 'not JSON');
  expect(interruptedImport()).toBeNull();
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  noteImport([new File([''], 'PC01.txt')]);
  forgetImport();
  expect(interruptedImport()).toBeNull();
});
