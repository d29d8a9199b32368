/** Keeps the application in the browser's cache, and tells the page when a newer one waits. */
import { Workbox } from 'workbox-window';

/** Changes over to the newer version: the page is loaded again. */
export type ChangeOver = () => void;

/**
 * Registers the service worker; does nothing where there is none (file://, plain http on a network, the
 * development server). `onUpdate` is called when a newer version is stored and waits. Nothing changes over
 * by itself: not this tab, and not another one that may be in the middle of a job.
 */
export function keepOffline(onUpdate: (changeOver: ChangeOver) => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const worker = new Workbox('./sw.js');
  let asked = false;
  worker.addEventListener('waiting', () =>
    onUpdate(() => {
      asked = true;
      worker.messageSkipWaiting();
    }),
  );
  worker.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (asked) location.reload();
    // Another tab changed over: this one runs on as it is, and is asked too.
    else if (isUpdate || isExternal) onUpdate(() => location.reload());
  });
  // Refused by a policy of the site, or no room: the program works, but needs its server to start.
  worker.register({ immediate: true }).catch(() => undefined);
}
