import { readdirSync, readFileSync } from 'node:fs';

/** Largest resident size that any renderer process of a browser profile had, in bytes (VmHWM). */
export function rendererPeak(profile: string): number {
  return largest(profile, 'VmHWM');
}

/** Resident size of the largest renderer process as it is now, in bytes (VmRSS). */
export function rendererNow(profile: string): number {
  return largest(profile, 'VmRSS');
}

function largest(profile: string, field: 'VmHWM' | 'VmRSS'): number {
  const sizes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!line.includes(profile) || !line.includes('--type=renderer')) return 0;
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const [, kilobytes = '0'] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(status) ?? [];
        return Number(kilobytes) * 1024;
      } catch {
        // It ended while it was looked at.
        return 0;
      }
    });
  return Math.max(0, ...sizes);
}
