// Outlines that cross the date line, for a flat map: longitudes go on beyond 180 instead of jumping back.
import type { Position } from 'geojson';

/** The line with every jump of more than half the world taken out. */
export function unwrapLine(line: readonly Position[]): Position[] {
  let turn = 0;
  return line.map(([lon, lat], i) => {
    const before = i > 0 ? line[i - 1]![0]! : lon!;
    if (lon! - before > 180) turn -= 360;
    if (lon! - before < -180) turn += 360;
    return [lon! + turn, lat!];
  });
}

/** The same for a ring; one that goes around a pole (Antarctica) is closed along the map's edge. */
export function unwrapRing(ring: readonly Position[]): Position[] {
  const line = unwrapLine(ring);
  const [first, last] = [line[0]!, line.at(-1)!];
  if (Math.abs(last[0]! - first[0]!) < 180) return line;
  const pole = first[1]! < 0 ? -90 : 90;
  return [...line, [last[0]!, pole], [first[0]!, pole], first];
}
