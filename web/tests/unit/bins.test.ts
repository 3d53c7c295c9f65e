import { expect, test } from 'vitest';
import type { Timeline } from '../../src/api/types';
import { allBins, countsText, mainQuad, typeRows } from '../../src/charts/bins';

const timeline: Timeline = {
  bin: 'month',
  bins: [
    { start: '2023-11-01', end: '2023-11-30', counts: { ASSAULT: 2, AGREE: 1 } },
    { start: '2024-02-01', end: '2024-02-29', counts: { RIVALRY: 1, AGREE: 3, '': 1 } },
  ],
  total: 8,
};

test('bins without events are filled in', () => {
  expect(allBins(timeline).map(({ start, end, total }) => [start, end, total])).toEqual([
    ['2023-11-01', '2023-11-30', 3],
    ['2023-12-01', '2023-12-31', 0],
    ['2024-01-01', '2024-01-31', 0],
    ['2024-02-01', '2024-02-29', 5],
  ]);
  expect(allBins({ bin: 'day', bins: [], total: 0 })).toEqual([]);
});

test('rows go from cooperation to conflict, with types of other codebooks last', () => {
  const rows = typeRows(allBins(timeline)).map(({ type, total, quad }) => `${type} ${total} ${quad}`);
  expect(rows).toEqual(['AGREE 4 verbal-cooperation', 'ASSAULT 2 material-conflict', ' 1 other', 'RIVALRY 1 other']);
});

test('a place is shown by the quarter of most of its events', () => {
  expect(mainQuad({ ASSAULT: 2, COERCE: 2, AID: 3 })).toBe('material-conflict');
  expect(mainQuad({ RIVALRY: 1 })).toBe('other');
  expect(countsText({ AID: 1, ASSAULT: 3, A: 1, B: 1, C: 1 })).toBe('ASSAULT 3, AID 1, A 1, B 1, …');
});
