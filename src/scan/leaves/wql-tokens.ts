/** Words, texts, numbers and signs of a WQL query. */

export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign';
  /** Words in lower case; a text without its quotes and escapes, in lower case too: case never counts. */
  readonly text: string;
}

/** Null where the query holds something that is no token (an open quote, a strange sign). */
export function tokensOf(query: string): readonly Token[] | null {
  const lower = query.toLowerCase();
  const tokens: Token[] = [];
  let at = 0;
  while (at < lower.length) {
    const code = lower.charCodeAt(at);
    const start = at;
    if (isBlank(code)) at += 1;
    else if (code === singleQuote || code === doubleQuote) {
      const end = endOfText(lower, at + 1, code);
      if (end < 0) return null;
      tokens.push({ kind: 'text', text: unescaped(lower.slice(at + 1, end)) });
      at = end + 1;
    } else if (isWordCode(code) || (code === minus && isDigit(lower.charCodeAt(at + 1)))) {
      at += 1;
      while (at < lower.length && isWordCode(lower.charCodeAt(at))) at += 1;
      const text = lower.slice(start, at);
      const digits = code === minus || isDigit(code);
      tokens.push({ kind: digits && /^-?\d+(\.\d+)?$/.test(text) ? 'number' : 'word', text });
    } else {
      const two = lower.slice(at, at + 2);
      const text = two === '<=' || two === '>=' || two === '<>' || two === '!=' ? two : lower.charAt(at);
      if (text.length === 1 && '=<>(),*'.indexOf(text) < 0) return null;
      tokens.push({ kind: 'sign', text });
      at += text.length;
    }
  }
  return tokens;
}

const singleQuote = 39;
const doubleQuote = 34;
const minus = 45;
const backslash = 92;

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters in lower case, digits, underscore, point, and everything beyond ASCII. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || isDigit(code) || code === 95 || code === 46 || code > 127;
}

/** Place of the closing quote, or -1. A backslash takes the next character along. */
function endOfText(query: string, from: number, quote: number): number {
  let at = from;
  while (at < query.length) {
    const code = query.charCodeAt(at);
    if (code === quote) return at;
    at += code === backslash ? 2 : 1;
  }
  return -1;
}

/** `\\` is one backslash, `\'` a quote; a backslash before anything else is itself. */
function unescaped(text: string): string {
  return text.indexOf('\\') < 0 ? text : text.replace(/\\([\\'"])/g, '$1');
}
