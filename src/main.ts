/**
 * Puts the application together. The Trusted Types policy must stand before any other module runs, so
 * everything else is imported after it.
 */

/** Scripts, workers and the service worker come from this origin, or not at all. */
function createPolicy(): void {
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: object): unknown };
  };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url: string): string {
      if (new URL(url, document.baseURI).origin === location.origin) return url;
      throw new TypeError(`refused: ${url} is no script of this application`);
    },
  });
}

/** The text of index.html stays, with the reason below it; a blank page would say nothing. */
function showReason(error: unknown): void {
  const place = document.getElementById('start-reason');
  if (place) place.textContent = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

async function start(): Promise<void> {
  createPolicy();
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no element #app');
  const [{ mountApp }, { startBridge }, { dataMarker }, { keepOffline }] = await Promise.all([
    import('./ui/mount.ts'),
    import('./workers/bridge.ts'),
    import('./data-marker.ts'),
    import('./offline.ts'),
  ]);
  const bridge = startBridge(dataMarker);
  const beforeMount = [...root.childNodes];
  mountApp(root, {
    engine: bridge.engine,
    cancel: () => bridge.cancel(),
    surroundings: {
      looksOn: () => bridge.role === 'reader',
      takeOver: () => bridge.takeOver(),
      onChanged: (listener) => bridge.onChanged(listener),
      onUpdate: keepOffline,
    },
  });
  for (const node of beforeMount) node.remove();
}

start().catch(showReason);
