import { expect, test } from 'vitest';
import { keep } from '../../src/map/labels';

const box = (left: number, top: number) => ({ left, right: left + 10, top, bottom: top + 4 });

test('a name is kept where it is free and inside the map', () => {
  const frame = { left: 0, right: 100, top: 0, bottom: 50 };
  expect(keep(frame, [box(5, 5), box(10, 7), box(20, 5), box(95, 5), box(11, 12)])).toEqual([true, false, true, false, true]);
});
