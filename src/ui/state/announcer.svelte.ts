/** One polite live region for the whole page (WCAG 4.1.3). */
export class Announcer {
  #text = $state('');

  get text(): string {
    return this.#text;
  }

  /** Says a sentence to screen readers; the same sentence twice is said twice. */
  say(sentence: string): void {
    this.#text = this.#text === sentence ? `${sentence}\u00a0` : sentence;
  }
}
