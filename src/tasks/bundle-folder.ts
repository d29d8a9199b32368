import { bagFolder } from '../formats/bundle/index.ts';

/**
 * Folder name that a bundle of this typed name is written under, or null where nothing of the name is
 * left that Windows would take: then the bundle's own number becomes the folder name.
 */
export function bundleFolder(typed: string): string | null {
  return bagFolder(typed.trim(), '') || null;
}
