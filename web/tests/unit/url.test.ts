import { expect, test } from 'vitest';
import { formatRoute, isNarrowed, NO_FILTERS, parseRoute, toggled } from '../../src/state/url';

test('an empty address is the crisis view, narrowed to nothing', () => {
  expect(parseRoute('')).toEqual({ view: 'crisis', filters: NO_FILTERS, story: '', record: '' });
  expect(formatRoute(parseRoute(''))).toBe('');
});

test.each([
  '?involving=Turkey&type=SANCTION&since=2023-10-01&until=2023-11-07',
  '?actor=Turkey&actor=Israel&recipient=United+States&where=Gaza&measure=trucks&said_by=Erdogan&text=humanitarian+pause',
  '?story=relief-convoy&record=e17&actor=Sudan',
  '?view=try',
  '?view=review&type=ASSAULT',
  '?actor=C%C3%B4te+d%27Ivoire+%26+%F0%9F%95%8A',
])('%s is read and written the same', (query) => {
  expect(formatRoute(parseRoute(query))).toBe(query);
});

test.each([
  ['?view=nonsense', '', 'an unknown view is the first one'],
  ['?view=story', '', 'a story view needs a story'],
  ['?record=e17', '', 'a record needs its story'],
  ['?since=yesterday&until=2023-11-7', '', 'a day that is no ISO day'],
  ['?actor=&actor=A&actor=A', '?actor=A', 'empty and doubled values'],
  ['?utm_source=x&actor=A', '?actor=A', 'parameters of others'],
])('%s becomes "%s": %s', (query, expected) => {
  expect(formatRoute(parseRoute(query))).toBe(expected);
});

test('a value is put in and taken out', () => {
  const once = toggled(NO_FILTERS, 'actor', 'Chad');
  expect(once.actor).toEqual(['Chad']);
  expect(isNarrowed(once)).toBe(true);
  expect(isNarrowed(toggled(once, 'actor', 'Chad'))).toBe(false);
});
