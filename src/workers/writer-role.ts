import type { Role } from './wire.ts';

/** How tabs of one workspace talk: `let-go` asks the writer to stop, `gone` says that it has. */
export interface TabChannel {
  post(message: 'let-go' | 'gone'): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

export interface RolePorts {
  /** Null where the browser has no Web Locks (pages over plain LAN http); then every tab writes. */
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly channel: TabChannel | null;
  readonly lockName: string;
  /** Resolves when what this tab is writing is stored. */
  readonly settled: () => Promise<void>;
  readonly onRole: (role: Role) => void;
}

/** How long a tab that takes over waits for the other to finish what it is writing. */
const patienceMs = 2000;

/**
 * Which tab writes (ux, two-tab rule; APR03). The first one holds a lock; later ones look on and wait
 * for it, so that closing the writer hands over by itself. Taking over asks the writer first and
 * then takes the lock from it; a writer that answers too late is kept out by the store's own fence.
 */
export class WriterRole {
  private current: Role = 'reader';
  private waiting: AbortController | null = null;
  private release: () => void = () => undefined;
  private otherGone: (() => void) | null = null;

  constructor(private readonly ports: RolePorts) {
    ports.channel?.listen((message) => {
      if (message === 'let-go' && this.current === 'writer') void this.letGo();
      if (message === 'gone') this.otherGone?.();
    });
  }

  get role(): Role {
    return this.current;
  }

  /** Takes the lock if it is free. */
  async start(): Promise<Role> {
    const { locks, lockName } = this.ports;
    if (!locks) {
      this.current = 'writer';
      return this.current;
    }
    const free = await new Promise<boolean>((resolve) => {
      const held = locks.request(lockName, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? this.hold() : undefined;
      });
      held.catch(() => this.lost());
    });
    if (free) this.current = 'writer';
    else this.waitForLock();
    return this.current;
  }

  /** Makes this tab the writer and the other one a reader. */
  async takeOver(): Promise<void> {
    const { locks, lockName } = this.ports;
    if (this.current === 'writer' || !locks) return;
    this.waiting?.abort();
    await this.askOther();
    await new Promise<void>((resolve) => {
      const held = locks.request(lockName, { steal: true }, () => {
        resolve();
        return this.hold();
      });
      held.catch(() => this.lost());
    });
    this.become('writer');
  }

  /** Gives the lock back and no longer waits for it. */
  close(): void {
    this.waiting?.abort();
    this.release();
  }

  /** The lock is held until this is closed or another tab takes it. */
  private hold(): Promise<void> {
    return new Promise((resolve) => (this.release = resolve));
  }

  private lost(): void {
    if (this.current === 'reader') return;
    this.become('reader');
    this.waitForLock();
  }

  private async letGo(): Promise<void> {
    this.become('reader');
    await this.ports.settled();
    this.ports.channel?.post('gone');
    // The lock itself is taken by the other tab; waiting for it again comes when that has happened.
    this.waitForLock();
  }

  private waitForLock(): void {
    const waiting = new AbortController();
    this.waiting = waiting;
    const held = this.ports.locks?.request(this.ports.lockName, { signal: waiting.signal }, () => {
      this.become('writer');
      return this.hold();
    });
    held?.catch(() => {
      if (!waiting.signal.aborted) this.lost();
    });
  }

  private askOther(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.otherGone = () => {
        clearTimeout(timer);
        resolve();
      };
      this.ports.channel?.post('let-go');
    });
  }

  private become(role: Role): void {
    if (role === this.current) return;
    this.current = role;
    this.ports.onRole(role);
  }
}
