// The map itself: drawn once, then given new places and routes. Places are buttons above it, so that keys reach them.
import type { Map as MapLibre, Marker } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MapData } from '../api/types';
import { countsText, mainQuad } from '../charts/bins';
import { quadPath } from '../parts/glyph';
import { theme } from '../state/theme';
import { count } from '../text/numbers';
import { box } from './arcs';
import { apart } from './labels';
import { pointOf, routeLines } from './features';
import { arrowHead, maplibre, style } from './library';
import { world } from './world';

interface Props {
  data: MapData;
  choose: (place: string) => void;
}

const MOST_MARKERS = 150;
const LABELS = 40; // places that may have their name beside them, where there is room

export default function MapCanvas({ data, choose }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failure, setFailure] = useState('');
  const colours = theme.value;

  useEffect(() => {
    let made: MapLibre | undefined;
    let gone = false;
    world()
      .then((outlines) => {
        if (gone || !host.current) return;
        made = new maplibre.Map({
          container: host.current,
          style: style(outlines),
          attributionControl: false,
          cooperativeGestures: matchMedia('(pointer: coarse)').matches,
          dragRotate: false,
          pitchWithRotate: false,
          maxZoom: 9,
          bounds: [[-30, -30], [70, 60]],
          fadeDuration: 0,
        });
        made.touchZoomRotate.disableRotation();
        made.keyboard.disableRotation();
        made.getCanvas().setAttribute('aria-label', 'Map of events and movements. Arrow keys move it, plus and minus zoom.');
        made.once('load', () => {
          if (gone) return;
          made!.addImage('head', arrowHead(), { pixelRatio: 2 });
          setMap(made!);
        });
      })
      .catch((error: unknown) => setFailure(String(error)));
    return () => {
      gone = true;
      setMap(null);
      made?.remove();
    };
  }, [colours]);

  useEffect(() => {
    if (!map) return;
    const { lines, heads } = routeLines(data.routes);
    (map.getSource('routes') as maplibre.GeoJSONSource).setData(lines);
    (map.getSource('heads') as maplibre.GeoJSONSource).setData(heads);
    const most = data.places[0]?.events ?? 1;
    const markers: Marker[] = [];
    // Largest first, so that small ones lie above and can be reached.
    data.places.slice(0, MOST_MARKERS).forEach((place, i) => {
      const point = pointOf(place.place);
      if (point) markers.push(new maplibre.Marker({ element: markerElement(place, most, i < LABELS, choose) }).setLngLat(point).addTo(map));
    });
    const points = [...data.places.map((one) => pointOf(one.place)), ...data.routes.flatMap((one) => [pointOf(one.from), pointOf(one.to)])];
    const around = box(points.filter((point) => point !== null));
    if (around) map.fitBounds(around, { padding: 44, maxZoom: 5.5, animate: false });
    const label = () => apart(map.getCanvas().getBoundingClientRect(), markers.map((marker) => marker.getElement()));
    label();
    map.on('moveend', label);
    return () => {
      map.off('moveend', label);
      markers.forEach((marker) => marker.remove());
    };
  }, [map, data]);

  return (
    <div class="map-frame">
      <div class="map-canvas" ref={host} />
      {failure && <p class="message failed">The map could not be drawn ({failure}). Read it as a list instead.</p>}
      <div class="map-tools">
        <button type="button" aria-label="Zoom in" onClick={() => map?.zoomIn()}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => map?.zoomOut()}>
          −
        </button>
      </div>
    </div>
  );
}

function markerElement(place: MapData['places'][number], most: number, labelled: boolean, choose: (name: string) => void): HTMLElement {
  const quad = mainQuad(place.types);
  const size = 12 + 26 * Math.sqrt(place.events / most);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `marker ${quad}`;
  const text = `${place.place.name}: ${count(place.events, 'event')} (${countsText(place.types)})`;
  button.title = text;
  button.setAttribute('aria-label', `${text}. Show only what happened here.`);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', quadPath(quad));
  svg.append(path);
  button.append(svg);
  if (labelled) {
    const label = document.createElement('span');
    label.textContent = place.place.name;
    button.append(label);
  }
  button.addEventListener('click', () => choose(place.place.name));
  return button;
}
