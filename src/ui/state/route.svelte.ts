import { changeParameters, readParameter } from './address.ts';
import { push, replace, router } from 'svelte-spa-router';

/** Where the page is. All view state lives in the hash, so that a link shows the same view. */
export class Route {
  /** `/updates`, `/machines/pc-01` … */
  get path(): string {
    return router.location;
  }

  /** First part of the path: `updates`; `home` for the root. */
  get page(): string {
    return router.location.split('/')[1] || 'home';
  }

  /** Value of a query parameter, or an empty text. */
  get(name: string): string {
    return readParameter(router.querystring ?? '', name);
  }

  /** Changes query parameters in place, without a step in the history; an empty value removes one. */
  set(values: Readonly<Record<string, string>>): void {
    const text = changeParameters(router.querystring ?? '', values);
    void replace(text === '' ? this.path : `${this.path}?${text}`);
  }

  /** Goes to another page, as a step in the history. */
  go(path: string): void {
    void push(path);
  }
}

/** Address of a machine's page. */
export function machineHref(id: string): string {
  return `#/machines/${encodeURIComponent(id)}`;
}

/** Address of an update's page. */
export function updateHref(id: string): string {
  return `#/updates/${encodeURIComponent(id)}`;
}
