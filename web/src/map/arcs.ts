// Great circles between places, as lines that the map can draw.

export type Point = [lon: number, lat: number];
const RAD = Math.PI / 180;

/**
 * The great circle from `a` to `b` in `steps` pieces (the intermediate points of Williams, Aviation Formulary).
 * Longitudes go on beyond 180 where it crosses the date line, so that the line has no jump.
 */
export function arc(a: Point, b: Point, steps = 32): Point[] {
  const [lon1, lat1, lon2, lat2] = [a[0] * RAD, a[1] * RAD, b[0] * RAD, b[1] * RAD];
  const half = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  const angle = 2 * Math.asin(Math.min(1, Math.sqrt(half)));
  // Near or opposite points: nothing to bend, or no one circle.
  if (angle < 1e-6 || Math.PI - angle < 1e-6) return [a, b];
  const out: Point[] = [];
  let before = a[0];
  for (let i = 0; i <= steps; ++i) {
    const f = i / steps;
    const [p, q] = [Math.sin((1 - f) * angle) / Math.sin(angle), Math.sin(f * angle) / Math.sin(angle)];
    const x = p * Math.cos(lat1) * Math.cos(lon1) + q * Math.cos(lat2) * Math.cos(lon2);
    const y = p * Math.cos(lat1) * Math.sin(lon1) + q * Math.cos(lat2) * Math.sin(lon2);
    const z = p * Math.sin(lat1) + q * Math.sin(lat2);
    let lon = Math.atan2(y, x) / RAD;
    while (lon - before > 180) lon -= 360;
    while (lon - before < -180) lon += 360;
    before = lon;
    out.push([lon, Math.atan2(z, Math.hypot(x, y)) / RAD]);
  }
  return out;
}

/** The box around points, south-west and north-east corners, with some room; null where there is no point. */
export function box(points: readonly Point[], room = 2): [Point, Point] | null {
  if (points.length === 0) return null;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [
    [Math.min(...lons) - room, Math.max(-80, Math.min(...lats) - room)],
    [Math.max(...lons) + room, Math.min(82, Math.max(...lats) + room)],
  ];
}
