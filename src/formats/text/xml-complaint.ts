import type { RejectionCode } from '../../domain/index.ts';

/**
 * Which rejection a message of the parser (saxes 6.0.0, `12:3: unclosed tag: a`) stands for.
 * `open` is the innermost open element, `lastClosed` the one the parser gave up last: it closes an
 * element before it complains that another name stood there.
 */
export function complaint(
  message: string,
  open: string,
  lastClosed: string,
): { readonly code: RejectionCode; readonly details: Readonly<Record<string, string>> } {
  const said = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').slice(0, 200);
  if (said.startsWith('unclosed tag') || said.startsWith('unexpected end')) {
    return { code: 'cut-off', details: { expected: open === '' ? 'end of document' : `</${open}>` } };
  }
  if (said === 'disallowed character.') return { code: 'control-character', details: {} };
  if (said.startsWith('document must contain a root')) {
    return { code: 'root-not-expected', details: { found: '' } };
  }
  if (said === 'unexpected close tag.') {
    return { code: 'not-well-formed', details: { message: said, expected: `</${lastClosed}>` } };
  }
  return { code: 'not-well-formed', details: { message: said } };
}
