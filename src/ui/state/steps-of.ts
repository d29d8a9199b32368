import type { NextStep } from '../../tasks/engine.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Steps as the page counts them: lists and badges show the same number, and none of nothing. */
export function stepsOf(workspace: Workspace): readonly NextStep[] {
  const open = workspace.undecided.filter((u) => !workspace.voided.has(u.id)).length;
  return (workspace.snapshot?.next ?? []).flatMap((step): readonly NextStep[] => {
    if (step.kind !== 'review') return [step];
    return open > 0 ? [{ ...step, updates: open }] : [];
  });
}
