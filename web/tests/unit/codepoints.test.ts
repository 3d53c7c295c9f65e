import { expect, test } from 'vitest';
import { codePoints } from '../../src/text/codepoints';

test('a story without characters beyond the basic plane counts as JavaScript does', () => {
  const points = codePoints('naïve café');
  expect(points.length).toBe(10);
  expect(points.slice(6, 10)).toBe('café');
});

test.each([
  ['🕊 Oslo', 2, 6, 'Oslo', 'a dove is one code point and two units'],
  ['a𝔸b', 1, 2, '𝔸', 'a letter of the astral planes'],
  ['👩‍👧 met', 4, 7, 'met', 'a family joined by U+200D is three code points'],
  ['🇳🇴 and 🇹🇷', 7, 9, '🇹🇷', 'a flag is two code points'],
  ['\ud83dx🕊', 1, 2, 'x', 'half a pair counts as one'],
])('%s [%i, %i) is %s: %s', (text, start, end, expected) => {
  expect(codePoints(text).slice(start, end)).toBe(expected);
});

test('offsets outside the text are clamped, and backward ones give nothing', () => {
  const points = codePoints('ab🕊');
  expect(points.slice(1, 99)).toBe('b🕊');
  expect(points.slice(-5, 1)).toBe('a');
  expect(points.slice(3, 1)).toBe('');
});
