/** Stands in until the pages come in their own change. */
export function mountApp(target: HTMLElement): void {
  const main = document.createElement('main');
  const heading = document.createElement('h1');
  heading.textContent = 'Patchferry';
  main.append(heading);
  target.append(main);
}
