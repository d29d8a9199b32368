import { describe, expect, it } from 'vitest';
import { decideScan, scanTriggers, triggerRules } from '../../../src/domain/index.ts';
import type { CatalogEdition, ScanQuestion, ScanTrigger } from '../../../src/domain/index.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2031, 0, 10, 12);
const january: CatalogEdition = { id: 'jan', version: '2031-01-01' };
const february: CatalogEdition = { id: 'feb', version: '2031-02-01' };

function decide(trigger: ScanTrigger, more: Partial<ScanQuestion> = {}) {
  return decideScan({
    trigger,
    now,
    lastScanAt: now - 48 * hour,
    cached: january,
    newest: january,
    ...more,
  });
}

const label = (trigger: ScanTrigger, more: Partial<ScanQuestion> = {}) => {
  const decision = decide(trigger, more);
  if (!decision.run) return decision.reason;
  const { forced, mode, edition, because } = decision.label;
  return `${forced ? 'forced' : 'unforced'}, ${mode}, ${edition.id}, ${because}`;
};

describe('scan decision', () => {
  it.each(scanTriggers.filter((trigger) => triggerRules[trigger].forced))(
    'C10: a forced scan always happens: %s a minute after the last one',
    (trigger) => {
      expect(decide(trigger, { lastScanAt: now - minute }).run).toBe(true);
      expect(decide(trigger, { lastScanAt: now }).run).toBe(true);
    },
  );

  it.each([
    ['23:59', 23 * hour + 59 * minute, false],
    ['24:00 less a millisecond', 24 * hour - 1, false],
    ['24:00', 24 * hour, true],
    ['24:01', 24 * hour + minute, true],
  ])('C11: an unforced scan %s after the last one', (_text, age, runs) => {
    for (const trigger of ['deployment-schedule', 'deployment-activation'] as const) {
      const decision = decide(trigger, { lastScanAt: now - age });
      if (runs) expect(decision.run).toBe(true);
      else expect(decision).toEqual({ run: false, reason: 'within-ttl', until: now - age + 24 * hour });
    }
  });

  it('C11: the time to live can be set; never scanned and a clock in the future do not hold back', () => {
    const unforced = 'deployment-schedule';
    expect(decide(unforced, { lastScanAt: now - 2 * hour, ttlMs: hour }).run).toBe(true);
    expect(decide(unforced, { lastScanAt: now - 2 * hour, ttlMs: 3 * hour }).run).toBe(false);
    expect(decide(unforced, { lastScanAt: null }).run).toBe(true);
    expect(decide(unforced, { lastScanAt: now + hour }).run).toBe(true);
  });

  it('C12: an online scan takes the newest catalog and says so', () => {
    expect(label('scan-schedule', { newest: february })).toBe('forced, online, feb, newer-edition');
    expect(label('scan-schedule')).toBe('forced, online, jan, always-newest');
  });

  it('C13: an offline scan takes the catalog last used for the machine and says so', () => {
    expect(label('evaluate-deployments')).toBe('forced, offline, jan, same-edition');
    const older = { cached: february, newest: january };
    expect(label('evaluate-deployments', older)).toBe('forced, offline, feb, same-edition');
  });

  it.each([
    ['same version', january, 'unforced, offline, jan, same-edition'],
    ['newest file missing or damaged', null, 'unforced, offline, jan, newest-not-readable'],
    ['newer version', february, 'unforced, online, feb, newer-edition'],
  ])('C14: %s', (_text, newest, expected) => {
    expect(label('deployment-schedule', { newest })).toBe(expected);
  });

  it('C14: without any readable catalog nothing is decided', () => {
    expect(label('scan-schedule', { cached: null, newest: null })).toBe('no-catalog');
    expect(label('scan-schedule', { cached: null })).toBe('forced, online, jan, first-scan');
  });

  it('F01: the scan schedule is forced and online', () => {
    expect(label('scan-schedule', { lastScanAt: now - hour, newest: february })).toBe(
      'forced, online, feb, newer-edition',
    );
  });

  it('F02: the re-evaluation schedule runs only outside the TTL, by version', () => {
    expect(label('deployment-schedule', { lastScanAt: now - hour, newest: february })).toBe('within-ttl');
    expect(label('deployment-schedule')).toBe('unforced, offline, jan, same-edition');
    expect(label('deployment-schedule', { newest: february })).toBe('unforced, online, feb, newer-edition');
  });

  it('F03: an activation within 24 h uses the result there is, after it scans', () => {
    expect(label('deployment-activation', { lastScanAt: now - 23 * hour })).toBe('within-ttl');
    expect(label('deployment-activation', { lastScanAt: now - 25 * hour })).toBe(
      'unforced, offline, jan, same-edition',
    );
  });

  it('F04: a deadline scans online although the last scan is an hour old', () => {
    expect(label('deployment-deadline', { lastScanAt: now - hour })).toBe(
      'forced, online, jan, always-newest',
    );
  });

  it('F05: re-evaluation by a person is forced and online', () => {
    expect(label('reevaluate-deployments', { lastScanAt: now - minute, newest: february })).toBe(
      'forced, online, feb, newer-edition',
    );
  });

  it('F06: evaluation by a person is forced, by version', () => {
    expect(label('evaluate-deployments', { lastScanAt: now - minute })).toBe(
      'forced, offline, jan, same-edition',
    );
    expect(label('evaluate-deployments', { newest: february })).toBe('forced, online, feb, newer-edition');
  });
});
