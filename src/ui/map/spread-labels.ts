/**
 * Places for labels of neighbouring bands, in their order, none nearer than `step` to the next: each as
 * near to the middle of its band as the others leave room. Where there is no room for all, those of the
 * narrowest bands go.
 *
 * @param bands from top to bottom: middle and width in pixels
 * @param room pixels from the first to the last place
 * @returns one place a band, null for one without a label
 */
export function spreadLabels(
  bands: readonly { readonly middle: number; readonly pixels: number }[],
  step: number,
  room: number,
): readonly (number | null)[] {
  const most = Math.max(0, Math.floor(room / step));
  const widest = bands
    .map((band, index) => ({ index, pixels: band.pixels }))
    .sort((a, b) => b.pixels - a.pixels || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index);
  const shown = widest.sort((a, b) => a - b);
  const places = new Map<number, number>();
  let next = step / 2;
  for (const index of shown) {
    const place = Math.max(next, bands[index]?.middle ?? 0);
    places.set(index, place);
    next = place + step;
  }
  let end = room - step / 2;
  for (const index of shown.toReversed()) {
    const place = Math.min(end, places.get(index) ?? 0);
    places.set(index, place);
    end = place - step;
  }
  return bands.map((_band, index) => places.get(index) ?? null);
}
