import { mount, unmount } from 'svelte';
import AppView from './App.svelte';
import { App, type AppOptions } from './state/app.ts';
import './styles/index.css';

/** Puts the application into an element; the returned function takes it out again. */
export function mountApp(element: Element, options: AppOptions): () => void {
  const app = new App(options);
  const view = mount(AppView, { target: element, props: { app } });
  return () => void unmount(view);
}
