import { expect, test } from 'vitest';
import { unwrapLine, unwrapRing } from '../../src/map/unwrap';

test('a line across the date line goes on', () => {
  expect(unwrapLine([[178, -16], [-179, -17], [-178, -18], [179, -17]])).toEqual([[178, -16], [181, -17], [182, -18], [179, -17]]);
  expect(unwrapLine([[0, 0], [100, 0], [-70, 0]])).toEqual([[0, 0], [100, 0], [-70, 0]]);
});

test('a ring around the pole is closed at the edge of the map', () => {
  const ring = [[-180, -70], [-90, -72], [0, -70], [90, -75], [170, -70], [-180, -70]];
  expect(unwrapRing(ring).slice(-4)).toEqual([[180, -70], [180, -90], [-180, -90], [-180, -70]]);
});
