/** Milliseconds of each of `runs` runs. */
export async function timed(runs: number, work: () => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await work();
    all.push(performance.now() - began);
  }
  return all;
}
