import type { BrowserContext } from 'playwright-core';

import type { ServedApp } from './served-app.ts';

/** What went wrong in a page without anybody asking; all four lists must stay empty. */
export interface PageWatch {
  /** Addresses outside the application, asked for by page, worker or service worker. */
  readonly outside: string[];
  /** Requests that reached for the server while it was stopped (the browser's cache had no answer). */
  readonly whileStopped: string[];
  /** Refusals by Content Security Policy or Trusted Types. */
  readonly violations: string[];
  /** Uncaught exceptions and console errors. */
  readonly errors: string[];
}

/** Writes down what all pages of `context` do from now on. */
export async function watchPage(context: BrowserContext, app: ServedApp): Promise<PageWatch> {
  const watch: PageWatch = { outside: [], whileStopped: [], violations: [], errors: [] };

  context.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about|chrome-error):/.test(url)) return;
    if (!url.startsWith(`${app.origin}/`)) watch.outside.push(url);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!app.running && reason !== 'net::ERR_ABORTED') watch.whileStopped.push(`${request.url()} ${reason}`);
  });
  await context.exposeFunction('reportViolation', (text: string) => watch.violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = window as unknown as { reportViolation(text: string): void };
      reportViolation(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  context.on('weberror', (error) => watch.errors.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    // A worker's refusals arrive only here.
    if (/Content Security Policy|TrustedScriptURL|Trusted ?Type/i.test(message.text()))
      watch.violations.push(message.text());
    else if (app.running || !/ERR_CONNECTION_REFUSED/.test(message.text())) watch.errors.push(message.text());
  });
  return watch;
}

/** The lists of a faultless page. */
export const nothingWrong: PageWatch = { outside: [], whileStopped: [], violations: [], errors: [] };
