import type { RejectionCode } from '../../../domain/index.ts';
import type { signature as english } from '../en/signature.ts';
import type { Detail, ErrorWords } from '../error-text.ts';
import { nothing } from './kept.ts';

/** Was gefunden wurde, Frage für Frage, und was es zusammen heißt. */
export const signature: typeof english = {
  title: 'Signaturen',
  text: 'Was an jedem Katalog geprüft wurde, der als Kabinett kam. Ein Widerruf lässt sich ohne Netz nicht prüfen.',
  columns: {
    document: 'Dokument',
    standing: 'Gilt als',
    digest: 'Datei',
    signature: 'Signatur',
    chain: 'Kette',
    time: 'Zeit',
    signer: 'Unterzeichner',
    root: 'Stamm',
    strength: 'Verfahren',
  },
  standing: {
    unsigned: 'nicht signiert',
    proven: 'signiert',
    legacy: 'veraltet, schwach',
    overridden: 'mit Vermerk benutzt',
  },
  digest: { matches: 'unverändert', differs: 'verändert', 'not-checked': 'nicht geprüft' },
  signature: { valid: 'richtig', invalid: 'falsch', 'not-checked': 'nicht geprüft' },
  chain: {
    'to-trusted-root': 'bis zu einem importierten Stammzertifikat',
    'to-unknown-root': 'bis zu einem Stammzertifikat, das nicht importiert wurde',
    incomplete: 'ihr Ende fehlt',
    invalid: 'falsch',
    'not-checked': 'nicht geprüft',
  },
  time: {
    'valid-when-stamped': 'gültig beim Signieren, laut Gegensignatur',
    'valid-today': 'gültig am Tag der Prüfung',
    'stamp-not-trusted': 'Gegensignatur unter einem Stammzertifikat, das nicht importiert wurde',
    expired: 'ein Zertifikat war abgelaufen',
    'not-yet-valid': 'ein Zertifikat war noch nicht gültig',
    'stamp-invalid': 'Gegensignatur falsch',
    'not-checked': 'nicht geprüft',
  },
  weak: {
    digest: 'der Prüfwert der Datei ist SHA-1',
    signature: 'die Signatur ist über SHA-1',
    chain: 'ein Zertifikat ist über SHA-1 signiert',
    key: 'ein RSA-Schlüssel hat weniger als 2048 Bit',
    stamp: 'die Gegensignatur benutzt SHA-1',
  },
  doubt: {
    unsigned: 'er trägt keine Signatur',
    'unknown-root':
      'seine Signatur ist richtig, endet aber an einem Stammzertifikat, das dieser Standort nicht importiert hat',
    incomplete:
      'seine Signatur ist richtig, aber das Zertifikat am Ende ihrer Kette ist weder in der Datei noch importiert',
    expired:
      'ein Zertifikat seiner Signatur ist abgelaufen, und keine vertrauenswürdige Gegensignatur sagt, dass vorher signiert wurde',
    'not-yet-valid': 'ein Zertifikat seiner Signatur ist nach der Uhr dieses Rechners noch nicht gültig',
    'stamp-not-trusted':
      'seine Zertifikate sind abgelaufen, und die Gegensignatur, die für die Zeit bürgt, endet an einem Stammzertifikat, das dieser Standort nicht importiert hat',
    'not-checkable':
      'seine Signatur lässt sich hier nicht prüfen: ohne https bietet der Browser keine Kryptografie',
  },
  refusal: {
    altered: 'Die Datei ist nicht die, die signiert wurde: sie wurde verändert.',
    'signature-wrong': 'Die Signatur der Datei ist falsch.',
    'chain-wrong': 'Ein Zertifikat der Signatur darf dafür nicht benutzt werden.',
    'stamp-wrong': 'Die Gegensignatur, die die Zeit des Signierens nennt, ist falsch.',
    'not-readable': 'Die Signatur lässt sich nicht lesen.',
    'algorithm-not-supported':
      'Die Signatur benutzt ein Verfahren, das gebrochen ist oder nicht unterstützt wird.',
    'other-signer': 'Die Datei ist von jemand anderem signiert.',
  },
  problem: {
    'outside-file': 'ihr Platz liegt außerhalb der Datei',
    'too-large': 'sie ist größer als jede echte',
    'not-der': 'sie ist kein DER',
    structure: 'sie ist nicht gebaut wie eine Authenticode-Signatur',
    'too-many-certificates': 'sie trägt mehr Zertifikate als jede echte',
    'data-behind': 'hinter ihr stehen Daten',
    'header-altered': 'Bytes des Kopfes, die kein Prüfwert deckt, wurden geändert',
    'algorithm-not-supported': 'MD5 und andere gebrochene oder seltene Verfahren beweisen nichts',
    'algorithm-mismatch': 'zwei Stellen, die dasselbe Verfahren nennen müssen, nennen verschiedene',
    'digest-differs': 'der Prüfwert weicht ab',
    'attributes-wrong': 'ihre Attribute fehlen oder handeln von etwas anderem',
    'signature-wrong': 'der Schlüssel des Unterzeichners hat sie nicht gemacht',
    'signer-missing': 'das Zertifikat des Unterzeichners fehlt in ihr',
    'usage-wrong': 'ein Zertifikat ist nicht für Programmsignaturen bestimmt',
    'extension-not-understood': 'ein Zertifikat stellt eine Bedingung, die hier nicht verstanden wird',
    'chain-signature-wrong': 'ein Zertifikat wurde nicht von dem über ihm signiert',
    'issuer-no-authority': 'ein Zertifikat wurde von einem ausgestellt, das keine ausstellen darf',
    'chain-too-long': 'die Kette ist länger als erlaubt',
    'stamp-wrong': 'sie gehört zu etwas anderem, oder ihr Unterzeichner darf keine Zeiten bestätigen',
    'no-cryptography': 'ohne https bietet der Browser keine Kryptografie',
  },
  by: (signer) => `von ${signer}`,
  at: (day) => `signiert am ${day}`,
  missing: (issuer) => `es fehlt: ${issuer}`,
  stampRoot: (root) => `gegensigniert unter ${root}`,
  overridden: (by, day, reason) =>
    `${by === '' ? 'Jemand ohne Namen' : by} hat ihn am ${day} trotzdem benutzt: ${reason}`,
};

function because(d: Detail, words: Readonly<Record<string, string>>): string {
  return words[d('because', '')] ?? d('because', 'Die Signatur der Datei wird zurückgewiesen.');
}

function rootOf(d: Detail): string {
  const root = d('root', '');
  const missing = d('missingIssuer', '');
  if (missing !== '') return ` Es fehlt: ${missing}.`;
  return root === '' ? '' : ` Stammzertifikat: ${root}, SHA-256 ${d('rootSha256', '')}.`;
}

export const signatureErrors = {
  'signature-refused': {
    what: (d) => {
      const problem = d('problem', '');
      const why =
        problem === ''
          ? ''
          : ` (${(signature.problem as Readonly<Record<string, string>>)[problem] ?? problem})`;
      const signer = d('signer', '');
      const expected = d('expectedSigner', '');
      const who = signer === '' ? '' : ` Unterzeichner: ${signer}.`;
      const wanted = expected === '' ? '' : ` Erwartet: ${expected}.`;
      return `${because(d, signature.refusal)}${why}${who}${wanted}`;
    },
    kept: nothing,
    todo: [
      'Diese Datei nicht benutzen und die für das Medium verantwortliche Person unterrichten.',
      'Den Katalog neu vom Herausgeber holen und sein SHA-256 auf beiden Seiten vergleichen.',
    ],
  },
  'signature-not-proven': {
    what: (d) => {
      const signer = d('signer', '');
      const who = signer === '' ? '' : ` Unterzeichner: ${signer}.`;
      return `Nichts beweist, woher dieser Katalog kommt: ${because(d, signature.doubt)}.${who}${rootOf(d)}`;
    },
    kept: nothing,
    todo: [
      'Endet die Signatur an einem Stammzertifikat, das Sie kennen: Fingerabdruck vergleichen, in den Einstellungen importieren, den Katalog noch einmal importieren.',
      'Wird der Katalog trotzdem gebraucht: mit einem vermerkten Grund benutzen.',
    ],
  },
  'root-not-understood': {
    what: () => 'Die Datei enthält kein Zertifikat, das sich lesen lässt.',
    kept: 'Es wurde kein Stammzertifikat importiert.',
    todo: ['Das Stammzertifikat als .cer, .crt, .pem oder .p7b speichern und diese Datei importieren.'],
  },
  'root-missing': {
    what: (d) =>
      `Die Datei enthält kein Stammzertifikat, nur Zertifikate, die andere ausgestellt haben (${d('subject', 'ohne Namen')}).`,
    kept: 'Es wurde kein Stammzertifikat importiert.',
    todo: ['Auf der verbundenen Seite die Kette des Zertifikats öffnen und das oberste speichern.'],
  },
} satisfies Partial<Record<RejectionCode, ErrorWords>>;
