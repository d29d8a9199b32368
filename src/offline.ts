/** Keeps the application in the browser's cache, and tells the page when a newer one waits. */
import { registerSW } from 'virtual:pwa-register';

/**
 * The event at `window` that says a newer version is stored and waits. `detail.apply` switches to it and
 * reloads the page. The page asks first, and never while a job runs: nothing else applies it.
 */
export const UPDATE_WAITING = 'patchferry:update-waiting';

export interface UpdateWaiting {
  readonly apply: () => Promise<void>;
}

/** Registers the service worker; does nothing where there is none (file:// and plain http on a network). */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const apply = registerSW({
    immediate: true,
    onNeedRefresh() {
      const detail: UpdateWaiting = { apply: () => apply(true) };
      window.dispatchEvent(new CustomEvent(UPDATE_WAITING, { detail }));
    },
  });
}
