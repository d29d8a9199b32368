/** Words, texts, numbers and signs of a WQL query. */

export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign';
  /** Of a text: without its quotes and escapes. Words as written. */
  readonly text: string;
}

/** Null where the query holds something that is no token (an open quote, a strange sign). */
export function tokensOf(query: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const sign = query.charAt(at);
    if (sign === ' ' || sign === '\t' || sign === '\n' || sign === '\r') at += 1;
    else if (sign === "'" || sign === '"') {
      const end = endOfText(query, at + 1, sign);
      if (end < 0) return null;
      tokens.push({ kind: 'text', text: unescaped(query.slice(at + 1, end)) });
      at = end + 1;
    } else if (isWordSign(sign)) {
      const start = at;
      while (at < query.length && isWordSign(query.charAt(at))) at += 1;
      const text = query.slice(start, at);
      tokens.push({ kind: /^\d+(\.\d+)?$/.test(text) ? 'number' : 'word', text });
    } else if (sign === '-' && /^-\d/.test(query.slice(at, at + 2))) {
      const start = at;
      at += 1;
      while (at < query.length && isWordSign(query.charAt(at))) at += 1;
      tokens.push({ kind: 'number', text: query.slice(start, at) });
    } else {
      const two = query.slice(at, at + 2);
      const text = two === '<=' || two === '>=' || two === '<>' || two === '!=' ? two : sign;
      if ('=<>(),*'.indexOf(sign) < 0 && text.length === 1) return null;
      tokens.push({ kind: 'sign', text });
      at += text.length;
    }
  }
  return tokens;
}

function isWordSign(sign: string): boolean {
  return (
    (sign >= 'a' && sign <= 'z') ||
    (sign >= 'A' && sign <= 'Z') ||
    (sign >= '0' && sign <= '9') ||
    sign === '_' ||
    sign === '.' ||
    sign >= '\u0080'
  );
}

/** Place of the closing quote, or -1. A backslash takes the next character along. */
function endOfText(query: string, from: number, quote: string): number {
  let at = from;
  while (at < query.length) {
    const sign = query.charAt(at);
    if (sign === quote) return at;
    at += sign === '\\' ? 2 : 1;
  }
  return -1;
}

/** `\\` is one backslash, `\'` a quote; a backslash before anything else is itself. */
function unescaped(text: string): string {
  return text.indexOf('\\') < 0 ? text : text.replace(/\\([\\'"])/g, '$1');
}
