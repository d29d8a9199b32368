/** Where the focus may go to when the element that had it is no longer there. */
const focusable = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';
const regions = 'main, aside, header, nav, [role=dialog], dialog';

/**
 * Keeps the keyboard where it was: when the element with the focus goes away (a row that was answered, a
 * button that did its work), the nearest thing that is left beside it takes over, at last the page itself.
 * @param page what takes the focus when nothing is left nearby
 * @returns stops watching
 */
export function keepFocus(page: () => HTMLElement | undefined): () => void {
  let way: readonly HTMLElement[] = [];

  function note({ target }: FocusEvent): void {
    const found: HTMLElement[] = [];
    for (let at = target instanceof HTMLElement ? target : null; at !== null; at = at.parentElement) {
      found.push(at);
      if (at.matches(regions)) break;
    }
    way = found;
  }

  /** After everybody else: a page or a table that has its own idea where to go on has gone there by then. */
  function look(): void {
    if (way.length === 0 || document.activeElement !== document.body) return;
    setTimeout(() => {
      const [lost] = way;
      if (!lost || document.activeElement !== document.body || stands(lost)) return;
      (nearest(way) ?? page())?.focus({ preventScroll: true });
    });
  }

  const watch = new MutationObserver(look);
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'open'],
  });
  document.addEventListener('focusin', note);
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', note);
  };
}

/** Still there and able to have the focus: then a person, or a click beside it, took it away. */
function stands(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled');
}

function nearest(way: readonly HTMLElement[]): HTMLElement | null {
  for (const each of way.slice(1)) {
    if (!each.isConnected || !each.checkVisibility()) continue;
    for (const found of each.querySelectorAll<HTMLElement>(focusable)) if (stands(found)) return found;
  }
  return null;
}
