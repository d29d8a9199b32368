import { createContext } from 'svelte';

/** Opens the file inputs of the page; handed down by App.svelte so that any button can add files. */
export interface Picker {
  files(): void;
  folder(): void;
}

export const [usePicker, providePicker] = createContext<Picker>();
