// Land and borders of the world: Natural Earth's 1:50m outlines as world-atlas packs them.
import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { unwrapLine, unwrapRing } from './unwrap';
import outlines from 'world-atlas/countries-50m.json?url';

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

export interface Outlines {
  land: FeatureCollection<Polygon | MultiPolygon>;
  borders: MultiLineString;
}

let known: Promise<Outlines> | undefined;

export function world(): Promise<Outlines> {
  known ??= fetch(outlines)
    .then((response) => response.json() as Promise<World>)
    .then((topology) => {
      const land = feature(topology, topology.objects.land) as unknown as Outlines['land'];
      const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);
      for (const { geometry } of land.features) {
        if (geometry.type === 'Polygon') geometry.coordinates = geometry.coordinates.map(unwrapRing);
        else geometry.coordinates = geometry.coordinates.map((polygon) => polygon.map(unwrapRing));
      }
      return { land, borders: { ...borders, coordinates: borders.coordinates.map(unwrapLine) } };
    });
  known.catch(() => (known = undefined));
  return known;
}
