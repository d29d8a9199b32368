import type { Evidence, ProofTexts, TraceNode } from '../../domain/index.ts';
import { bdi, escapeHtml } from './safe-text.ts';
import { wordOf } from './word.ts';

/** A question about one fact: wanted, found or missing, every line it was read from, and its policy. */
export function leafHtml(leaf: NonNullable<TraceNode['leaf']>, texts: ProofTexts): string {
  const { labels } = texts;
  const wanted = leaf.wanted === '' ? '' : `${escapeHtml(labels.wanted)} <code>${bdi(leaf.wanted)}</code> · `;
  const answer =
    leaf.missing !== null
      ? `${escapeHtml(labels.missing)}: ${bdi(wordOf(texts.found, leaf.missing))}`
      : `${escapeHtml(labels.found)} ${foundHtml(leaf.found, texts)}`;
  const read = [...(leaf.evidence ? [leaf.evidence] : []), ...(leaf.others ?? [])];
  const missing = (leaf.missingFacts ?? []).map((key) => `<li>${bdi(wordOf(texts.fact, key))}</li>`);
  return [
    `<p>${wanted}${answer}</p>`,
    read.length === 0 && leaf.found === 'absent' ? `<p class="soft">${escapeHtml(labels.unlisted)}</p>` : '',
    ...read.map((evidence) => evidenceHtml(evidence, texts)),
    missing.length === 0 ? '' : `<ul>${missing.join('')}</ul>`,
    leaf.policy === undefined ? '' : `<p class="soft">${bdi(wordOf(texts.policy, leaf.policy))}</p>`,
  ].join('');
}

function foundHtml(found: string | null, texts: ProofTexts): string {
  if (found === null) return escapeHtml(texts.labels.nothing);
  return Object.hasOwn(texts.found, found)
    ? escapeHtml(wordOf(texts.found, found))
    : `<code>${bdi(found)}</code>`;
}

function evidenceHtml(evidence: Evidence, texts: ProofTexts): string {
  const { labels } = texts;
  const { declared } = evidence;
  if (declared) {
    const said = [declared.by, `${declared.on} – ${declared.until}`, evidence.text].map(bdi).join(' · ');
    return `<p class="soft">${escapeHtml(labels.declared)}: ${said}</p>`;
  }
  if (evidence.file === '' && evidence.sha256 === '')
    return `<p class="soft">${escapeHtml(labels.typed)}</p>`;
  const line = evidence.line === null ? '' : `, ${escapeHtml(labels.line)} ${evidence.line}`;
  const text = evidence.text === '' ? '' : `: <q>${bdi(evidence.text)}</q>`;
  const hash = evidence.sha256 === '' ? '' : ` · SHA-256 <code>${escapeHtml(evidence.sha256)}</code>`;
  const grade =
    evidence.grade === undefined ? '' : ` · ${escapeHtml(wordOf(texts.evidenceGrade, evidence.grade))}`;
  return `<p class="soft">${bdi(evidence.file)}${line}${text}${grade}${hash}</p>`;
}
