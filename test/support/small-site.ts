/** A small site of our own: two months of one Windows product, and machines as systeminfo shows them. */
import { writeSysteminfo } from '../../src/tasks/practice/write-systeminfo.ts';
import { msrcFile } from './msrc-document.ts';
import type { DescribedDocument, DescribedFix } from './msrc-document.ts';

const product = { id: '11568', name: 'Windows 10 Version 1809 for x64-based Systems', family: 'Windows' };

/** One cumulative update for Windows 10 1809 in a document of its own. */
export function monthly(
  id: string,
  fix: Partial<DescribedFix> & { kb: number },
  more: Partial<DescribedDocument> = {},
) {
  return msrcFile({
    id,
    products: [product],
    vulnerabilities: [
      {
        cve: `CVE-2026-${fix.kb % 10_000}`,
        severity: 'Critical',
        fixes: [{ products: [product.id], subType: 'Security Update', restart: 'Yes', ...fix }],
      },
    ],
    ...more,
  });
}

export const january = () =>
  monthly(
    '2026-Jan',
    { kb: 5000001, fixedBuild: '10.0.17763.5000' },
    { initialReleaseDate: '2026-01-13T08:00:00' },
  );
export const february = () =>
  monthly('2026-Feb', { kb: 5000002, fixedBuild: '10.0.17763.5100', supersedes: [5000001] });
/** The same document a week later: the update now fixes a higher build. */
export const februaryRevised = () =>
  monthly(
    '2026-Feb',
    { kb: 5000002, fixedBuild: '10.0.17763.5150', supersedes: [5000001] },
    { revision: '2', currentReleaseDate: '2026-02-17T08:00:00' },
  );

/** What systeminfo prints on a Windows 10 1809 client. */
export function systeminfo(name: string, hotfixes: readonly string[] = []): File {
  const facts = {
    language: 'en' as const,
    host: name,
    osName: 'Microsoft Windows 10 Enterprise',
    version: '10.0.17763',
    hotfixes,
  };
  return new File([writeSysteminfo(facts)], `${name || 'nameless'}_systeminfo.txt`);
}

export const webPage = () => new File(['<!DOCTYPE html><html><body>Sign in</body></html>'], 'sign-in.xml');
