// Who gives a figure, and the sign and colour that a chart gives each source.
import { symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, type SymbolType } from 'd3-shape';
import type { SeriesPoint } from '../api/types';

export const SIGNS: SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar];
/** The last sign stands for all sources beyond those that have one of their own. */
const OTHERS = SIGNS.length - 1;

/** Who says so: whom the story names, else the story's source. */
export function sourceOf(point: SeriesPoint): string {
  return point.attributed_to || point.story.source || point.story.doc;
}

export interface Source {
  name: string;
  sign: number;
  figures: number;
}

/** Sources with most figures first; those that get no sign of their own share the last. */
export function sources(points: readonly SeriesPoint[]): Source[] {
  const counts = new Map<string, number>();
  for (const point of points) counts.set(sourceOf(point), (counts.get(sourceOf(point)) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const own = sorted.length > SIGNS.length ? OTHERS : SIGNS.length;
  return sorted.map(([name, figures], i) => ({ name, figures, sign: Math.min(i, own) }));
}

/** For a legend: the sources that have a sign of their own, and how many share the last. */
export function legend(list: readonly Source[]): { sign: number; name: string }[] {
  if (list.length <= SIGNS.length) return list.map(({ sign, name }) => ({ sign, name }));
  const own = list.slice(0, OTHERS).map(({ sign, name }) => ({ sign, name }));
  return [...own, { sign: OTHERS, name: `${list.length - OTHERS} other sources` }];
}
