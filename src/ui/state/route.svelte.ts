import { push, replace, router } from 'svelte-spa-router';

/** Where the page is. All view state lives in the hash, so that a link shows the same view. */
export class Route {
  readonly #query = $derived(new URLSearchParams(router.querystring ?? ''));

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
    return this.#query.get(name) ?? '';
  }

  /** Changes query parameters in place, without a step in the history; an empty value removes one. */
  set(values: Readonly<Record<string, string>>): void {
    const query = new URLSearchParams(this.#query);
    for (const [name, value] of Object.entries(values)) {
      if (value === '') query.delete(name);
      else query.set(name, value);
    }
    const text = query.toString();
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
