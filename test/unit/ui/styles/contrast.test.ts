import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../../../src/ui/styles/tokens.css', import.meta.url), 'utf8');

/** Relative luminance of an OKLCH colour: OKLab to linear sRGB (CSS Color 4, section 10), WCAG 2 weights. */
function luminance([l, c, h]: readonly number[]): number {
  const angle = ((h ?? 0) * Math.PI) / 180;
  const [a, b] = [(c ?? 0) * Math.cos(angle), (c ?? 0) * Math.sin(angle)];
  const L = l ?? 0;
  const lms = [
    (L + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (L - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (L - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ] as const;
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  const red = clip(4.0767416621 * lms[0] - 3.3077115913 * lms[1] + 0.2309699292 * lms[2]);
  const green = clip(-1.2684380046 * lms[0] + 2.6097574011 * lms[1] - 0.3413193965 * lms[2]);
  const blue = clip(-0.0041960863 * lms[0] - 0.7034186147 * lms[1] + 1.707614701 * lms[2]);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function token(name: string, dark: boolean): number {
  const found = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(css);
  const text = found?.[dark ? 2 : 1];
  if (text === undefined) throw new Error(`no token ${name}`);
  return luminance(text.split(' ').map(Number));
}

function contrast(a: string, b: string, dark: boolean): number {
  const [x, y] = [token(a, dark), token(b, dark)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const surfaces = ['page', 'surface', 'raised'];
const inks = ['text', 'text-soft', 'accent', 'required', 'installed', 'unknown', 'notrequired', 'failed'];
const fills = ['required-fill', 'installed-fill', 'unknown-fill', 'line-strong', 'accent', 'focus'];

it.each([false, true])('text reaches 4.5 to 1 on every surface (dark: %s)', (dark) => {
  for (const ink of inks) {
    for (const surface of surfaces) {
      expect(contrast(ink, surface, dark), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast('on-accent', 'accent', dark)).toBeGreaterThanOrEqual(4.5);
  expect(contrast('accent-strong', 'accent-wash', dark)).toBeGreaterThanOrEqual(4.5);
});

it.each([false, true])('graphics and borders of controls reach 3 to 1 (dark: %s)', (dark) => {
  for (const fill of fills) {
    for (const surface of ['page', 'surface']) {
      expect(contrast(fill, surface, dark), `${fill} on ${surface}`).toBeGreaterThanOrEqual(3);
    }
  }
});
