/** Single fields of a Remediation or Threat, read as msrc-cvrf section 2 says. */
import { compareVersions } from '../../domain/index.ts';
import type { RestartRequired, Severity } from '../../domain/index.ts';

/** KB number of a Vendor Fix: a description of exactly 6 or 7 digits after trimming, else null. */
export function readKb(description: string): number | null {
  const text = description.trim();
  return /^\d{6,7}$/.test(text) ? Number(text) : null;
}

/**
 * FixedBuild: four dotted numbers or a `;` list of them, highest first, as written; anything else
 * (three numbers, Linux packages, addresses, words) counts as none.
 */
export function readFixedBuilds(text: string): readonly string[] {
  const items = text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (!items.every((item) => /^\d{1,9}(?:\.\d{1,9}){3}$/.test(item))) return [];
  return [...new Set(items)].sort((a, b) => compareVersions(b, a));
}

/** Supercedence: only the tokens of 6 or 7 digits (`MS11-019, 2511455`), ascending. */
export function readSupersedes(text: string): readonly number[] {
  const tokens = text.split(/[\s;,]+/).filter((token) => /^\d{6,7}$/.test(token));
  return [...new Set(tokens.map(Number))].sort((a, b) => a - b);
}

export function readRestart(text: string): RestartRequired {
  const word = text.trim().toLowerCase();
  return word === 'yes' || word === 'no' || word === 'maybe' ? word : 'unknown';
}

/** Of two behaviours the one to prepare for: yes over maybe over no over unknown. */
export function strongerRestart(a: RestartRequired, b: RestartRequired): RestartRequired {
  const order: readonly RestartRequired[] = ['unknown', 'no', 'maybe', 'yes'];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

const severities: readonly Severity[] = ['None', 'Low', 'Moderate', 'Important', 'Critical'];

/** Severity word of a Threat, or null where it is empty or another word. */
export function readSeverity(text: string): Severity | null {
  const word = text.trim().toLowerCase();
  return severities.find((severity) => severity.toLowerCase() === word) ?? null;
}

export function higherSeverity(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}

/** `Publicly Disclosed:No;Exploited:Yes;Latest Software Release:…` */
export function readExploitStatus(text: string): { exploited: boolean; disclosed: boolean } {
  const says = (name: string) =>
    text.split(';').some((part) => {
      const [key = '', value = ''] = part.split(':');
      return key.trim().toLowerCase() === name && value.trim().toLowerCase() === 'yes';
    });
  return { exploited: says('exploited'), disclosed: says('publicly disclosed') };
}

/** CVSS base score, 0 to 10, or null. */
export function readScore(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,2}(?:\.\d{1,2})?$/.test(trimmed)) return null;
  const score = Number(trimmed);
  return score <= 10 ? score : null;
}
