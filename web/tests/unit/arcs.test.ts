import { expect, test } from 'vitest';
import { arc, box } from '../../src/map/arcs';

test('a great circle starts and ends at its places and bends to the pole', () => {
  const line = arc([10.75, 59.91], [-74, 40.71]); // Oslo to New York
  expect(line[0]![0]).toBeCloseTo(10.75);
  expect(line.at(-1)![1]).toBeCloseTo(40.71);
  expect(Math.max(...line.map(([, lat]) => lat))).toBeGreaterThan(61);
});

test('across the date line longitudes go on', () => {
  const line = arc([170, -17], [-171, -13]); // Fiji to Samoa
  for (let i = 1; i < line.length; ++i) expect(Math.abs(line[i]![0] - line[i - 1]![0])).toBeLessThan(2);
  expect(line.at(-1)![0]).toBeCloseTo(189);
});

test('equal and opposite places are joined plainly', () => {
  expect(arc([5, 5], [5, 5])).toHaveLength(2);
  expect(arc([0, 0], [180, 0])).toHaveLength(2);
});

test('the box around points', () => {
  expect(box([])).toBeNull();
  expect(box([[30, 10], [32, 15]], 1)).toEqual([[29, 9], [33, 16]]);
});
