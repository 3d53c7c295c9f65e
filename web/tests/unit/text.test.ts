import { expect, test } from 'vitest';
import { addDays, floor, last, longDay, next, span, stepFor, stepName } from '../../src/text/dates';
import { compact, percent } from '../../src/text/numbers';
import { safeUrl } from '../../src/text/safe_url';

test.each([
  ['https://example.org/a?b=1', 'https://example.org/a?b=1'],
  ['http://example.org', 'http://example.org/'],
  ['javascript:alert(1)', null],
  [' JaVaScRiPt:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,<script>1</script>', null],
  ['vbscript:x', null],
  ['file:///etc/passwd', null],
  ['//example.org', null],
  ['example.org', null],
  ['', null],
  [null, null],
])('the address %j is followed as %j', (url, expected) => {
  expect(safeUrl(url)).toBe(expected);
});

test.each([
  ['2024-02-29', 'day', '2024-02-29', '2024-03-01'],
  ['2024-05-16', 'week', '2024-05-13', '2024-05-20'],
  ['2024-05-13', 'week', '2024-05-13', '2024-05-20'],
  ['2024-12-31', 'month', '2024-12-01', '2025-01-01'],
  ['2024-12-31', 'year', '2024-01-01', '2025-01-01'],
] as const)('%s falls in the %s from %s to before %s', (day, step, first, after) => {
  expect(floor(day, step)).toBe(first);
  expect(next(day, step)).toBe(after);
  expect(last(day, step)).toBe(addDays(after, -1));
});

test('days and spans as a reader wants them', () => {
  expect(longDay('2024-05-14')).toBe('14 May 2024');
  expect(longDay(null)).toBe('');
  expect(span('2023-10-01', '2023-10-31')).toBe('1–31 Oct 2023');
  expect(span('2023-09-30', '2023-10-02')).toBe('30 Sep – 2 Oct 2023');
  expect(span('2023-12-31', '2024-01-01')).toBe('31 Dec 2023 – 1 Jan 2024');
  expect(stepFor('2024-01-01', '2024-02-01')).toBe('day');
  expect(stepFor('1990-01-01', '2024-02-01')).toBe('year');
  expect(stepName('2024-05-01', 'month')).toBe('May 2024');
});

test('numbers as a reader wants them', () => {
  expect(compact(1234)).toBe('1,234');
  expect(compact(2_345_678)).toBe('2.35M');
  expect(percent(0.5)).toBe('50%');
});
