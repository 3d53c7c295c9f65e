// The timeline's bins, and the rows of types that are drawn over them.
import type { Timeline } from '../api/types';
import { next, time, type Step } from '../text/dates';
import { quadOf, QUADS, type Quad, TYPES } from '../words';

export interface Bin {
  start: string;
  end: string;
  total: number;
  counts: { [type: string]: number };
}

export interface TypeRow {
  type: string; // "" where the ledger gives none
  quad: Quad;
  total: number;
}

/** All bins from the first to the last, those without events too; some 2,000 at the most. */
export function allBins(timeline: Timeline): Bin[] {
  const known = new Map(timeline.bins.map((bin) => [bin.start as string, bin]));
  const first = timeline.bins[0];
  const final = timeline.bins.at(-1);
  if (!first || !final) return [];
  const out: Bin[] = [];
  for (let start: string = first.start; start <= final.start && out.length < 2000; start = next(start, timeline.bin as Step)) {
    const bin = known.get(start);
    const counts = bin?.counts ?? {};
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
    out.push({ start, end: bin?.end ?? dayBefore(next(start, timeline.bin as Step)), total, counts });
  }
  return out;
}

const dayBefore = (day: string) => new Date(time(day) - 86_400_000).toISOString().slice(0, 10);

/** The types that occur, in PLOVER's order from cooperation to conflict, types of other codebooks last. */
export function typeRows(bins: readonly Bin[]): TypeRow[] {
  const totals = new Map<string, number>();
  for (const { counts } of bins) for (const [type, n] of Object.entries(counts)) totals.set(type, (totals.get(type) ?? 0) + n);
  const order = Object.keys(TYPES);
  const rank = (type: string) => (order.includes(type) ? order.indexOf(type) : order.length);
  return [...totals]
    .map(([type, total]) => ({ type, total, quad: quadOf(type) }))
    .sort((a, b) => rank(a.type) - rank(b.type) || a.type.localeCompare(b.type));
}

/** The quarter that most of the events of some counts by type belong to. */
export function mainQuad(types: { [type: string]: number }): Quad {
  const sums = new Map<Quad, number>();
  for (const [type, n] of Object.entries(types)) sums.set(quadOf(type), (sums.get(quadOf(type)) ?? 0) + n);
  const ranked = [...QUADS.map(({ quad }) => quad), 'other' as Quad];
  return ranked.reduce((best, quad) => ((sums.get(quad) ?? 0) > (sums.get(best) ?? 0) ? quad : best), ranked[0]!);
}

/** "ASSAULT 12, COERCE 3": the counts, most first. */
export function countsText(types: { [type: string]: number }, most = 4): string {
  const sorted = Object.entries(types).sort((a, b) => b[1] - a[1]);
  const shown = sorted.slice(0, most).map(([type, n]) => `${type || 'no type'} ${n}`);
  return shown.join(', ') + (sorted.length > most ? ', …' : '');
}
