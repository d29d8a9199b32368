/**
 * The response headers that Patchferry is served with: by the development server, by the preview, by
 * `npm start` and, copied by hand or from the samples in public/, by any web server of a closed network.
 *
 * A service worker and a worker take their policy from their own response, so every file gets all of
 * them; a `<meta>` element would reach neither and cannot carry frame-ancestors, COOP or COEP.
 */

/** One directive a line; `wasm-unsafe-eval` lets the scan kernel compile and allows no `eval`. */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // `default` is made by main.ts, the other one by Svelte for the templates of its compiled components.
  'trusted-types default svelte-trusted-html',
];

/**
 * The Content Security Policy as one header value.
 * @param {{ styleNonce?: string }} [options] `styleNonce`: only for the development server, which puts
 *   styles into the page as elements; the built application never needs it.
 */
export function contentSecurityPolicy({ styleNonce } = {}) {
  return directives
    .map((line) => (styleNonce && line.startsWith('style-src') ? `${line} 'nonce-${styleNonce}'` : line))
    .join('; ');
}

/**
 * All headers, in the order in which the samples show them.
 * @param {{ styleNonce?: string }} [options]
 * @returns {Record<string, string>}
 */
export function securityHeaders(options) {
  return {
    'Content-Security-Policy': contentSecurityPolicy(options),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}
