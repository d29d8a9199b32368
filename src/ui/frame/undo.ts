import type { App } from '../state/app.ts';

/** Takes the last act back; says so when there is none. */
export async function undo(app: App): Promise<void> {
  if (!app.workspace.snapshot?.undo) {
    app.announcer.say(app.preferences.words.frame.undo.nothing);
    return;
  }
  await app.engine.undo();
  await app.workspace.reload();
}

export async function redo(app: App): Promise<void> {
  if (!app.workspace.snapshot?.redo) return;
  await app.engine.redo();
  await app.workspace.reload();
}
