import { patchStates, type PatchState } from '../../domain/index.ts';
import { levels, rankOfCode, stateOfRank } from './aggregate.ts';

/** Colours as the style sheet gives them for the theme at hand, forced colours included. */
export interface MapColours {
  readonly page: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly focus: string;
  readonly fill: Readonly<Record<PatchState, string>>;
}

/** Pixels by cell of an aggregate (rank and density): once plain, once as the other half of the pattern. */
export interface Palette {
  readonly colours: MapColours;
  readonly plain: Uint32Array;
  readonly other: Uint32Array;
}

/** @param probe element whose `color` resolves the variable of its `data-colour` */
export function coloursOf(probes: ReadonlyMap<string, Element>): MapColours {
  const colour = (name: string) => {
    const probe = probes.get(name);
    return probe ? getComputedStyle(probe).color : '#888';
  };
  return {
    page: colour('page'),
    text: colour('text'),
    soft: colour('soft'),
    line: colour('line'),
    focus: colour('focus'),
    fill: {
      Required: colour('Required'),
      Installed: colour('Installed'),
      Unknown: colour('Unknown'),
      NotRequired: colour('NotRequired'),
    },
  };
}

type Rgb = readonly [number, number, number];

/**
 * Density from a tenth to whole: a single worst cell among thousands must still be seen.
 * Patterns beside colours: Unknown is hatched, Installed dotted, Required solid, Not Required faint.
 * @param forced colours are the system's few: then what is not required stays blank
 */
export function paletteOf(colours: MapColours, forced = false): Palette {
  const bytes = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgb = (colour: string): Rgb => {
    if (!bytes) return [128, 128, 128];
    bytes.fillStyle = colour;
    bytes.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = bytes.getImageData(0, 0, 1, 1).data;
    return [r, g, b];
  };
  const page = rgb(colours.page);
  const text = rgb(colours.text);
  const plain = new Uint32Array(256).fill(packed(page));
  const other = new Uint32Array(256).fill(packed(page));
  for (const state of patchStates) {
    const rank = rankOfCode[patchStates.indexOf(state)] ?? 0;
    const fill = rgb(colours.fill[state]);
    for (let level = 0; level <= levels; level++) {
      const strength = state === 'NotRequired' ? (forced ? 0 : 0.3) : 0.45 + 0.55 * Math.sqrt(level / levels);
      const colour = mixed(page, fill, strength);
      plain[(rank << 4) | level] = packed(colour);
      other[(rank << 4) | level] = packed(
        state === 'Unknown'
          ? mixed(colour, page, 0.7)
          : state === 'Installed'
            ? mixed(colour, text, 0.6)
            : colour,
      );
    }
  }
  return { colours, plain, other };
}

/** Whether a CSS pixel takes the other half of the pattern of a rank. */
export function patterned(rank: number, x: number, y: number): boolean {
  if (stateOfRank[rank as 0 | 1 | 2 | 3 | 4] === 'Unknown') return ((x + y) & 3) === 0;
  return stateOfRank[rank as 0 | 1 | 2 | 3 | 4] === 'Installed' && (x & 3) === 1 && (y & 3) === 1;
}

function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  return [part(0), part(1), part(2)];
}

/** Little-endian RGBA, as ImageData has it. */
function packed([r, g, b]: Rgb): number {
  return (255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r);
}
