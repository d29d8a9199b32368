import type { map as english } from '../en/map.ts';
import { format as f } from './format.ts';

export const map: typeof english = {
  title: 'Flottenkarte',
  purpose: 'Jeder Rechner gegen jedes Update. Jedes Feld öffnet seinen Beweis.',
  empty: 'Es gibt noch keine Auswertung: Kataloge und Inventare ergeben die Karte.',
  picture: 'Zustände der Flotte',
  label: (machines, updates) =>
    `Flottenkarte, ${f.count(machines, 'Rechner', 'Rechner')} von oben nach unten, ${f.count(updates, 'Update', 'Updates')} von links nach rechts`,
  keys: 'Pfeiltasten bewegen, mit Umschalt zehnmal so weit; Plus und Minus zoomen, 0 zeigt alles, Eingabe öffnet den Beweis.',
  machinesBy: 'Rechner nach',
  machineSort: { os: 'Betriebssystem', name: 'Name', required: 'meisten erforderlichen' },
  updatesBy: 'Updates nach',
  updateSort: {
    severity: 'Schweregrad',
    date: 'Datum',
    product: 'Produkt',
    required: 'meisten erforderlichen',
  },
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  all: 'Alles zeigen',
  move: { left: 'Nach links', right: 'Nach rechts', up: 'Nach oben', down: 'Nach unten' },
  allMachines: 'Alle Rechner',
  allUpdates: 'Alle Updates',
  legend: 'Legende',
  pattern: { Required: 'voll', Unknown: 'schraffiert', Installed: 'gepunktet', NotRequired: 'blass' },
  density:
    'Ein Punkt, der für mehrere Felder steht, zeigt den schlechtesten Zustand darunter; je voller die Farbe, desto mehr davon haben ihn.',
  exact: 'Jeder Punkt ist genau.',
  sampled: (percent) => `Erstes Bild aus Stichproben; ${percent} davon sind genau.`,
  point: 'Stelle auf der Karte',
  nothing: 'Auf die Karte zeigen oder mit den Pfeiltasten bewegen.',
  cell: (machine, update) => `${machine}, ${update}`,
  block: (machines, updates) =>
    `${f.count(machines, 'Rechner', 'Rechner')} mal ${f.count(updates, 'Update', 'Updates')} in diesem Punkt`,
  groups: { machines: 'Rechner', updates: 'Updates' },
  count: 'Anzahl',
  counting: 'Wird gezählt',
  openProof: 'Beweis öffnen',
};
