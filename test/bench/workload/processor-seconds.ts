/** Seconds of processor time of this process so far, all threads: other work on the machine does not count. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
