// Places and movements as what the map draws: lines with their arrow heads.
import type { FeatureCollection, LineString, Point as GeoPoint } from 'geojson';
import type { KnownPlace, MapData } from '../api/types';
import { arc, type Point } from './arcs';

export type Route = MapData['routes'][number];

export function pointOf(place: KnownPlace | undefined): Point | null {
  return place?.lat != null && place.lon != null ? [place.lon, place.lat] : null;
}

/** Where a route has only one known end, or none, no line can be drawn; it stands in the list. */
export function routeLines(routes: readonly Route[]): { lines: FeatureCollection<LineString>; heads: FeatureCollection<GeoPoint> } {
  const lines: FeatureCollection<LineString> = { type: 'FeatureCollection', features: [] };
  const heads: FeatureCollection<GeoPoint> = { type: 'FeatureCollection', features: [] };
  for (const route of routes) {
    const [from, to] = [pointOf(route.from), pointOf(route.to)];
    if (!from || !to || (from[0] === to[0] && from[1] === to[1])) continue;
    const coordinates = arc(from, to);
    const width = Math.min(6, 1.4 + Math.log2(route.movements));
    lines.features.push({ type: 'Feature', properties: { width }, geometry: { type: 'LineString', coordinates } });
    const [before, tip] = [coordinates.at(-3) ?? from, coordinates.at(-2) ?? to];
    heads.features.push({ type: 'Feature', properties: { turn: bearing(before, tip) }, geometry: { type: 'Point', coordinates: tip } });
  }
  return { lines, heads };
}

/** Degrees clockwise from north, on Mercator's map, where a short line looks as it is drawn. */
export function bearing([lon1, lat1]: Point, [lon2, lat2]: Point): number {
  const y = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return (Math.atan2(((lon2 - lon1) * Math.PI) / 180, y(lat2) - y(lat1)) * 180) / Math.PI;
}
