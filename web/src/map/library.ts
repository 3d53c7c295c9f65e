// MapLibre in its build for strict content security policies: the worker is a file of ours, not a blob.
import maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url';
import type { FeatureCollection, MultiLineString } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { Outlines } from './world';

maplibre.setWorkerUrl(workerUrl);
export { maplibre };

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The map's style, in the colours of the page's theme. It asks for no tiles, glyphs or sprites. */
export function style({ land, borders }: Outlines): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land },
      borders: { type: 'geojson', data: { type: 'Feature', properties: {}, geometry: borders as MultiLineString } },
      routes: { type: 'geojson', data: NOTHING },
      heads: { type: 'geojson', data: NOTHING },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('--sea') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('--land') } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colour('--coast'), 'line-width': 0.7 } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colour('--coast'), 'line-width': 0.6, 'line-dasharray': [3, 2] } },
      {
        id: 'routes',
        type: 'line',
        source: 'routes',
        layout: { 'line-cap': 'round' },
        paint: { 'line-color': colour('--movement'), 'line-width': ['get', 'width'], 'line-opacity': 0.75, 'line-dasharray': [2, 1.6] },
      },
      {
        id: 'heads',
        type: 'symbol',
        source: 'heads',
        layout: { 'icon-image': 'head', 'icon-rotate': ['get', 'turn'], 'icon-allow-overlap': true, 'icon-rotation-alignment': 'map' },
      },
    ],
  };
}

/** An arrow head that points north, for the map to turn and colour. */
export function arrowHead(): { width: number; height: number; data: Uint8ClampedArray } {
  const size = 22;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour('--movement');
  context.beginPath();
  context.moveTo(size / 2, 3);
  context.lineTo(size - 4, size - 4);
  context.lineTo(size / 2, size - 8);
  context.lineTo(4, size - 4);
  context.fill();
  return { width: size, height: size, data: context.getImageData(0, 0, size, size).data };
}
