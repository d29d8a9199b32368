import { readdirSync, readFileSync } from 'node:fs';

/** Largest resident size that any renderer process of a browser profile had, in bytes (VmHWM). */
export function rendererPeak(profile: string): number {
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!line.includes(profile) || !line.includes('--type=renderer')) return 0;
        const [, kilobytes = '0'] =
          /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
        return Number(kilobytes) * 1024;
      } catch {
        // It ended while it was looked at.
        return 0;
      }
    });
  return Math.max(0, ...peaks);
}
