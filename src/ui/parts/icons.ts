/** Line drawings on a 16 x 16 grid, one path each; stroke and colour come from Icon.svelte. */
export const icons = {
  home: 'M2 7.5 8 2.5l6 5M3.5 6.5V13.5h3.5v-4h2v4h3.5V6.5',
  catalogs: 'M3 2.5h8.5a1 1 0 0 1 1 1v10H4a1 1 0 0 1-1-1zM3 12.5a1 1 0 0 1 1-1h8.5M5.5 5h4.5M5.5 7.5h4.5',
  machines: 'M2 3h12v7.5H2zM5.5 13.5h5M8 10.5v3',
  updates: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  map: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11',
  review: 'M2.5 4 4 5.5 6.5 3M2.5 10.5 4 12l2.5-2.5M9 4.5h4.5M9 11h4.5',
  bundle: 'M2.5 5 8 2.2 13.5 5v6L8 13.8 2.5 11zM2.5 5 8 7.8 13.5 5M8 7.8v6',
  journal: 'M4 2.5v11M4 4h8.5M4 8h8.5M4 12h8.5',
  settings: 'M2.5 4.5h6M11.5 4.5h2M8.5 3v3M2.5 11.5h2M7.5 11.5h6M5.5 10v3',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3 14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  folder: 'M2 4h4l1.5 1.5H14V12.5H2z',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  up: 'M4 10l4-4 4 4',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  filter: 'M2.5 3.5h11L9.5 8.5v4l-3 1v-5z',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6.5',
  warn: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.6v.6',
  ferry: 'M1.5 9.5h13l-2 4h-9zM4 9.5V6h7v3.5M6.5 6V3M1 13.5h14',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  why: 'M6 6a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M8 11.4v.6M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z',
} as const;

export type IconName = keyof typeof icons;
