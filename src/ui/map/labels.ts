import { cutMiddle, cutText } from '../explain/proof-picture.ts';
import type { Axis, AxisGroup } from './axis.ts';
import type { MapColours } from './palette.ts';
import { spreadLabels } from './spread-labels.ts';
import type { Span, Viewport } from './viewport.ts';

/** Room for names left of and above the grid, CSS pixels. */
export const gutter = { left: 204, top: 96 } as const;
const rowText = 12;
/** A name is written from this cell size on; below, the names of the groups. */
const namedCell = 13;

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/** Names beside and above the grid, and hairlines between groups; `context` is in CSS pixels of the whole canvas. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  axes: { readonly machines: Axis; readonly updates: Axis },
  view: Viewport,
  size: LabelSize,
  colours: MapColours,
): void {
  context.font = `${rowText}px "IBM Plex Sans", system-ui, sans-serif`;
  context.textBaseline = 'middle';
  context.fillStyle = colours.text;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  rows(context, axes.machines, view.y, size);
  columns(context, axes.updates, view.x, size);
  context.beginPath();
  for (const { from } of axes.machines.groups) {
    const y = Math.round(gutter.top + (from - view.y.from) * view.y.scale) + 0.5;
    if (from > 0 && y > gutter.top && y < gutter.top + size.height) {
      context.moveTo(gutter.left, y);
      context.lineTo(gutter.left + size.width, y);
    }
  }
  for (const { from } of axes.updates.groups) {
    const x = Math.round(gutter.left + (from - view.x.from) * view.x.scale) + 0.5;
    if (from > 0 && x > gutter.left && x < gutter.left + size.width) {
      context.moveTo(x, 0);
      context.lineTo(x, gutter.top + size.height);
    }
  }
  context.stroke();
}

function rows(context: CanvasRenderingContext2D, axis: Axis, span: Span, size: LabelSize): void {
  context.textAlign = 'right';
  const write = (name: string, y: number) => {
    context.fillText(cutText(name, 33), gutter.left - 8, gutter.top + y, gutter.left - 12);
  };
  if (span.scale >= namedCell) {
    const last = Math.min(axis.order.length, Math.ceil(span.from + size.height / span.scale));
    for (let place = Math.floor(span.from); place < last; place++) {
      const y = (place - span.from + 0.5) * span.scale;
      if (y > 0 && y < size.height) write(axis.nameAt(place), y);
    }
    return;
  }
  const seen = groupsSeen(axis.groups, span, size.height);
  const places = spreadLabels(seen, rowText + 1, size.height);
  for (const [index, { name, middle }] of seen.entries()) {
    const place = places[index] ?? null;
    if (place === null) continue;
    write(name, place);
    if (Math.abs(place - middle) > rowText / 2) lead(context, place, middle);
  }
}

/** From a label that stands beside its band to the band. */
function lead(context: CanvasRenderingContext2D, place: number, middle: number): void {
  context.beginPath();
  context.moveTo(gutter.left - 6, gutter.top + place);
  context.lineTo(gutter.left, gutter.top + middle);
  context.stroke();
}

function columns(context: CanvasRenderingContext2D, axis: Axis, span: Span, size: LabelSize): void {
  if (span.scale >= namedCell) {
    context.textAlign = 'left';
    const last = Math.min(axis.order.length, Math.ceil(span.from + size.width / span.scale));
    for (let place = Math.floor(span.from); place < last; place++) {
      const x = (place - span.from + 0.5) * span.scale;
      if (x <= 0 || x >= size.width) continue;
      context.save();
      context.translate(gutter.left + x, gutter.top - 6);
      context.rotate(-Math.PI / 2);
      context.fillText(cutMiddle(axis.nameAt(place), 15), 0, 0, gutter.top - 10);
      context.restore();
    }
    return;
  }
  context.textAlign = 'center';
  for (const { name, middle, pixels } of groupsSeen(axis.groups, span, size.width)) {
    if (pixels >= 28) {
      context.fillText(
        cutText(name, Math.floor(pixels / 6)),
        gutter.left + middle,
        gutter.top - 14,
        pixels - 4,
      );
    }
  }
}

function groupsSeen(groups: readonly AxisGroup[], span: Span, pixels: number) {
  return groups.flatMap(({ name, from, to }) => {
    const start = Math.max(0, (from - span.from) * span.scale);
    const end = Math.min(pixels, (to - span.from) * span.scale);
    return end > start ? [{ name, middle: (start + end) / 2, pixels: end - start }] : [];
  });
}
