/** Milliseconds of work in one go: a frame at 60 Hz leaves room for drawing beside it. */
const slice = 8;

/**
 * Goes on in a task of its own: keys and drawing come first. A message, not a timer, because timers of a
 * page in the background fire once a second.
 */
export function nextTask(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
}

/** Goes on when what stands in the document now has been drawn; at once where the page is not shown. */
export async function afterPaint(): Promise<void> {
  if (!document.hidden)
    await new Promise<void>((go) => {
      requestAnimationFrame(() => go());
      // A window that is covered draws no frames either, and nobody says so.
      setTimeout(go, 200);
    });
  await nextTask();
}

/** A pause between steps of a long calculation: breaks the task off once it has run for a slice. */
export function pauses(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < slice) return;
    await nextTask();
    began = performance.now();
  };
}
