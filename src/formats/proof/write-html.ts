import type { Proof, ProofTexts } from '../../domain/index.ts';
import { sha256Hex } from '../hash.ts';
import { bdi, escapeHtml, escapeMarkup } from './safe-text.ts';
import { style } from './style.ts';
import { writeProofJson } from './write-json.ts';
import { wordOf } from './word.ts';
import { proofTreeHtml } from './write-tree.ts';

/**
 * A proof as one HTML file that works from a stick: no script, no link, no picture, nothing requested;
 * its own Content Security Policy allows only this style sheet, by hash (XSS02). Every text is escaped and
 * isolated from the direction of writing (XSS01, XSS03, XSS05). The JSON form stands in it, folded.
 */
export async function writeProofHtml(proof: Proof, texts: ProofTexts, marking: string): Promise<string> {
  const { row, catalogs } = proof.explanation;
  const { labels } = texts;
  const policy = `default-src 'none'; style-src 'sha256-${await styleHash()}'; base-uri 'none'; form-action 'none'`;
  const rows: readonly (readonly [string, string])[] = [
    [labels.machine, bdi(proof.machine.name)],
    [labels.update, [bdi(proof.update.name), bdi(proof.update.title)].filter(Boolean).join(' · ')],
    [labels.state, `<strong>${escapeHtml(wordOf(texts.state, row.state))}</strong>`],
    [labels.reason, escapeHtml(wordOf(texts.reason, row.reason))],
    [labels.grade, row.grade === null ? '' : escapeHtml(wordOf(texts.grade, row.grade))],
    [labels.site, bdi(proof.site)],
    [labels.made, escapeHtml(`${proof.at.slice(0, 19).replace('T', ' ')} UTC`)],
    [labels.by, [bdi(proof.operator), bdi(proof.software)].filter(Boolean).join(' · ')],
  ];
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(texts.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(texts.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    marking === '' ? '' : `<p class="marking">${bdi(marking)}</p>`,
    proof.practice ? `<p class="marking">${escapeHtml(labels.practice)}</p>` : '',
    `<h1>${bdi(texts.title)}</h1>`,
    `<p class="sentence">${bdi(texts.sentence)}</p>`,
    ...texts.remarks.map((remark) => `<p>${bdi(remark)}</p>`),
    '<dl>',
    ...rows
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${value}</dd>`),
    '</dl>',
    ...section(texts.missing.title, '', texts.missing.facts),
    ...section(texts.change.title, texts.change.sentence, texts.change.facts),
    `<h2>${escapeHtml(labels.proof)}</h2>`,
    [...proofTreeHtml(proof.explanation, texts)].join(''),
    `<h2>${escapeHtml(labels.catalogs)}</h2>`,
    catalogs.every(({ signature }) => signature && signature.standing !== 'unsigned')
      ? ''
      : `<p class="soft">${escapeHtml(labels.unsigned)}</p>`,
    '<ul>',
    ...catalogs.map(
      ({ edition, file, sha256 }) =>
        `<li>${bdi(edition)} · ${bdi(file)} · SHA-256 <code>${escapeHtml(sha256)}</code> · ${bdi(texts.signatures[sha256] ?? '')}</li>`,
    ),
    '</ul>',
    proof.update.contentHash === ''
      ? ''
      : `<p>${escapeHtml(labels.content)} <code>${escapeHtml(proof.update.contentHash)}</code></p>`,
    `<details class="data"><summary>${escapeHtml(labels.data)}</summary>`,
    `<pre>${escapeMarkup(writeProofJson(proof))}</pre></details>`,
    '</body>',
    '</html>',
    '',
  ]
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .join('\n');
}

function section(title: string, sentence: string, facts: readonly string[]): readonly string[] {
  if (sentence === '' && facts.length === 0) return [];
  return [
    `<h2>${escapeHtml(title)}</h2>`,
    sentence === '' ? '' : `<p>${bdi(sentence)}</p>`,
    facts.length === 0 ? '' : `<ul>${facts.map((fact) => `<li>${bdi(fact)}</li>`).join('')}</ul>`,
  ];
}

async function styleHash(): Promise<string> {
  const hex = await sha256Hex(new TextEncoder().encode(style));
  const bytes = hex.match(/../g) ?? [];
  return btoa(bytes.map((byte) => String.fromCharCode(parseInt(byte, 16))).join(''));
}
