/** Holds a lock until this worker is gone: how others notice that (SCN03). An empty name holds nothing. */
export function holdLifeLock(name: string): Promise<void> {
  if (!name) return Promise.resolve();
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return new Promise(() => undefined);
      })
      .catch(reject);
  });
}
