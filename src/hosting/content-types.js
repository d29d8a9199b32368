/** File endings of the built application and what a server must say they are. */
export const contentTypes = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  // Compiling while loading is refused for any other type.
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};

/**
 * The Content-Type of a path; unknown endings are bytes, which no browser runs.
 * @param {string} path
 */
export function contentTypeOf(path) {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(contentTypes, ending)
    ? contentTypes[/** @type {keyof typeof contentTypes} */ (ending)]
    : 'application/octet-stream';
}
