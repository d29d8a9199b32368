import { lastName } from './installer.ts';
import type { PlacedAnswer } from './installer.ts';
import type { ExportedTree } from './exported-tree.ts';
import { numberValue } from './known-values.ts';

/** Packages of Component Based Servicing, named by their identity. */
export const packagesKey =
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';

/** CurrentState of each package (inventory-sources, section 6); the key is the same one in both views. */
export function packageAnswers(tree: ExportedTree): readonly PlacedAnswer[] {
  return (['native', 'wow32'] as const)
    .flatMap((view) => tree.below(packagesKey, view))
    .flatMap((key): PlacedAnswer[] => {
      const identity = lastName(key);
      if (identity.split('~').length !== 5) return [];
      const subject = { kind: 'cbs_package', identity } as const;
      const state = numberValue(key, 'CurrentState');
      return state === null
        ? [{ subject, state: 'unavailable', reason: 'state-not-recorded', line: key.line }]
        : [{ subject, state: 'known', value: state.data, line: state.line }];
    });
}
