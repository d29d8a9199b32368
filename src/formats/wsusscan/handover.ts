/** Promises of a sink that may be open while more is read: revisions and details of two batches. */
const mostUnderWay = 4;

/** What a sink has been given and has not yet taken, over all shards that are read into it. */
export class Handover {
  readonly #underWay = new Set<Promise<void>>();

  /** @param taken what the sink returned; a sink that fails is heard of by whoever waits */
  add(taken: void | Promise<void>): void {
    if (!(taken instanceof Promise)) return;
    const settled = taken.then(() => void this.#underWay.delete(settled));
    settled.catch(() => undefined);
    this.#underWay.add(settled);
  }

  /** Resolves when more may be read. */
  async ready(): Promise<void> {
    while (this.#underWay.size > mostUnderWay) await Promise.race(this.#underWay);
  }

  /** Resolves when everything was taken. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }
}
