// Where it happened and who went where: a map, or the same as a list.
import { lazy, Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import { listPath } from '../api/paths';
import type { MapData } from '../api/types';
import { useApi } from '../api/use';
import { countsText, mainQuad } from '../charts/bins';
import { Glyph, QuadGlyph } from '../parts/glyph';
import { Answer, Nothing, Waiting } from '../parts/message';
import { Panel, Toggle } from '../parts/panel';
import { filters, narrow } from '../state/route';
import { count } from '../text/numbers';

// The map's library is larger than the rest of the page: it comes when there is something to draw.
const MapCanvas = lazy(() => import('../map/canvas'));

const drawable = (() => {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
})();

export function MapPanel() {
  const asked = useApi<MapData>(listPath('map', filters.value, { limit: '200' }));
  const [asList, setAsList] = useState(!drawable);
  const choose = (place: string) => narrow({ where: filters.value.where.includes(place) ? [] : [place] });
  return (
    <Panel
      name="Where"
      class="map"
      note={asked.data && asked.data.unplaced > 0 && `${count(asked.data.unplaced, 'event')} without a place`}
      tools={
        <Toggle on={asList} set={setAsList}>
          As a list
        </Toggle>
      }
    >
      <Answer of={asked} what="places">
        {(data) => {
          if (data.places.length + data.routes.length === 0) return <Nothing what="places or movements" />;
          return asList || !drawable ? (
            <PlaceList data={data} choose={choose} />
          ) : (
            <Suspense fallback={<Waiting what="the map" />}>
              <MapCanvas data={data} choose={choose} />
            </Suspense>
          );
        }}
      </Answer>
      <p class="legend-line">
        <Glyph kind="movement" /> movement, with the arrow at its end. Outlines: Natural Earth.
      </p>
    </Panel>
  );
}

function PlaceList({ data, choose }: { data: MapData; choose: (place: string) => void }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Places and movements">
      {!drawable && <p class="message">This browser offers no WebGL, so the map is shown as a list. Turning on graphics acceleration in its settings brings the map back.</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" class="n">
              Events
            </th>
            <th scope="col">Types</th>
          </tr>
        </thead>
        <tbody>
          {data.places.map(({ place, events, types }) => (
            <tr key={`${place.name} ${place.id}`}>
              <th scope="row">
                <QuadGlyph quad={mainQuad(types)} />{' '}
                <button type="button" class="link" onClick={() => choose(place.name)}>
                  {place.name}
                </button>{' '}
                <small>{place.country}</small>
              </th>
              <td class="n">{events}</td>
              <td>{countsText(types, 3)}</td>
            </tr>
          ))}
          {data.routes.map((route, i) => (
            <tr key={i}>
              <th scope="row">
                <Glyph kind="movement" /> {route.from?.name ?? 'somewhere'} → {route.to?.name ?? 'somewhere'}
              </th>
              <td class="n">{route.movements}</td>
              <td>{route.movements === 1 ? 'movement' : 'movements'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
