/** ASN.1 DER, written: the counterpart of the reader, and of none of its code. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function element(tag: number, ...content: readonly Uint8Array[]): Bytes {
  const body = joined(...content);
  const { length } = body;
  if (length < 0x80) return joined(Uint8Array.of(tag, length), body);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return joined(Uint8Array.of(tag, 0x80 + digits.length, ...digits), body);
}

export const sequence = (...of: readonly Uint8Array[]) => element(0x30, ...of);
export const set = (...of: readonly Uint8Array[]) => element(0x31, ...of);
export const octets = (bytes: Uint8Array) => element(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0) => element(0x03, Uint8Array.of(unused), bytes);
export const explicit = (number: number, ...of: readonly Uint8Array[]) => element(0xa0 + number, ...of);
export const nothing = () => element(0x05);
export const truth = (value: boolean) => element(0x01, Uint8Array.of(value ? 0xff : 0));
export const text = (value: string) => element(0x0c, new TextEncoder().encode(value));

/** A non-negative integer. */
export function integer(value: number): Bytes {
  const digits: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  if (digits.length === 0 || (digits[0] ?? 0) >= 0x80) digits.unshift(0);
  return element(0x02, Uint8Array.from(digits));
}

export function oid(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const digits = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift((left % 128) + 128);
    return digits;
  });
  return element(0x06, Uint8Array.from(bytes));
}

/** GeneralizedTime of an ISO date. */
export function time(iso: string): Bytes {
  const digits = new Date(iso).toISOString().replace(/[-:T]|\.\d+/g, '');
  return element(0x18, new TextEncoder().encode(digits));
}
