/** Web Locks as the specification says them, for Node: exclusive locks, `ifAvailable`, `steal`, `signal`. */
interface Held {
  reject(reason: unknown): void;
}
interface Waiting {
  grant(): void;
}

export class FakeLocks {
  private readonly held = new Map<string, Held>();
  private readonly queues = new Map<string, Waiting[]>();

  readonly request = ((
    name: string,
    ...rest: [LockOptions, LockGrantedCallback<unknown>] | [LockGrantedCallback<unknown>]
  ) => {
    const [options, callback] = rest.length === 2 ? rest : [{}, rest[0]];
    return new Promise<unknown>((resolve, reject) => {
      const grant = (): void => {
        const holder: Held = { reject };
        this.held.set(name, holder);
        Promise.resolve<unknown>(callback({ name, mode: 'exclusive' }))
          .then(resolve, reject)
          .finally(() => this.free(name, holder));
      };
      const queue = this.queues.get(name) ?? [];
      this.queues.set(name, queue);
      if (options.steal) {
        this.held.get(name)?.reject(new DOMException('stolen', 'AbortError'));
        grant();
      } else if (!this.held.has(name)) grant();
      else if (options.ifAvailable) Promise.resolve<unknown>(callback(null)).then(resolve, reject);
      else {
        const waiting: Waiting = { grant };
        queue.push(waiting);
        options.signal?.addEventListener('abort', () => {
          const at = queue.indexOf(waiting);
          if (at >= 0) queue.splice(at, 1);
          reject(new DOMException('aborted', 'AbortError'));
        });
      }
    });
  }) as LockManager['request'];

  /** What the browser does when the holder's thread is gone. */
  kill(name: string): void {
    const holder = this.held.get(name);
    if (holder) this.free(name, holder);
  }

  get names(): string[] {
    return [...this.held.keys()];
  }

  private free(name: string, holder: Held): void {
    if (this.held.get(name) !== holder) return;
    this.held.delete(name);
    this.queues.get(name)?.shift()?.grant();
  }
}

/** Tabs that hear each other. */
export function fakeChannels() {
  const listeners = new Map<object, (message: unknown) => void>();
  return () => {
    const self = {};
    return {
      post: (message: unknown) =>
        listeners.forEach((listener, owner) => owner !== self && queueMicrotask(() => listener(message))),
      listen: (listener: (message: unknown) => void) => void listeners.set(self, listener),
      close: () => void listeners.delete(self),
    };
  };
}
