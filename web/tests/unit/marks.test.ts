import { expect, test } from 'vitest';
import { type Mark, segments } from '../../src/story/marks';

const mark = (record: number, start: number, end: number): Mark => ({ record, start, end });
/** "0-4:a 4-9:ab": the edges, and the records as letters with their lanes where they are not 0. */
const print = (length: number, marks: Mark[]) =>
  segments(length, marks)
    .map(({ start, end, marks: on }) => `${start}-${end}:${on.map((m) => 'abcd'[m.record]! + (m.lane || '')).join('')}`)
    .join(' ');

test.each<[string, number, Mark[], string]>([
  ['no mark is one plain segment', 5, [], '0-5:'],
  ['one mark', 9, [mark(0, 2, 4)], '0-2: 2-4:a 4-9:'],
  ['a short one inside a long one', 9, [mark(0, 4, 6), mark(1, 2, 8)], '0-2: 2-4:b 4-6:ba1 6-8:b 8-9:'],
  ['two that cross', 9, [mark(0, 0, 5), mark(1, 3, 9)], '0-3:a 3-5:ab1 5-9:b1'],
  ['three at one place', 3, [mark(0, 0, 3), mark(1, 0, 3), mark(2, 0, 3)], '0-3:ab1c2'],
  ['a lane is used again', 9, [mark(0, 0, 3), mark(1, 3, 6)], '0-3:a 3-6:b 6-9:'],
  ['empty and backward marks are dropped', 9, [mark(0, 3, 3), mark(1, 6, 2)], '0-9:'],
  ['marks are cut to the text', 4, [mark(0, -3, 2), mark(1, 3, 99)], '0-2:a 2-3: 3-4:b'],
])('%s', (_, length, marks, expected) => {
  expect(print(length, marks)).toBe(expected);
});

test('a segment names the records that start in it, once, in the order of the story', () => {
  const starts = segments(9, [mark(1, 2, 8), mark(0, 2, 3), mark(2, 5, 6)]).map((segment) => segment.starts);
  expect(starts).toEqual([[], [0, 1], [], [2], [], []]);
});

test('segments cover the text without gap or overlap', () => {
  const marks = Array.from({ length: 200 }, (_, i) => mark(i, (i * 37) % 300, ((i * 37) % 300) + (i % 40)));
  let at = 0;
  for (const segment of segments(310, marks)) {
    expect(segment.start).toBe(at);
    at = segment.end;
    const lanes = segment.marks.map(({ lane }) => lane);
    expect(new Set(lanes).size).toBe(lanes.length);
  }
  expect(at).toBe(310);
});

test('further cuts part segments and move no mark', () => {
  const cut = segments(9, [mark(0, 2, 8)], [5, 0, 99, 8]);
  expect(cut.map(({ start, end, starts }) => [start, end, starts.length])).toEqual([[0, 2, 0], [2, 5, 1], [5, 8, 0], [8, 9, 0]]);
  expect(cut[2]!.marks).toEqual([{ record: 0, lane: 0 }]);
});
