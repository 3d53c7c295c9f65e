import { expect, test } from 'vitest';
import { type FilteredList, KNOWN, listPath } from '../../src/api/paths';
import document from '../../../src/server/openapi.json';
import { NO_FILTERS, parseRoute } from '../../src/state/url';

interface Parameter {
  $ref?: string;
  name?: string;
}
const paths = document.paths as unknown as { [path: string]: { get: { parameters: Parameter[] } } };
const filterNames = Object.keys(NO_FILTERS);

test.each(Object.keys(KNOWN) as FilteredList[])('/%s is asked with the filters that the API takes, all of them', (list) => {
  const taken = paths[`/${list}`]!.get.parameters.map(({ $ref, name }) => name ?? $ref!.split('/').at(-1)!);
  expect([...KNOWN[list]].sort()).toEqual(taken.filter((name) => filterNames.includes(name)).sort());
});

test('a filter that a list does not know is left out of its request', () => {
  const { filters } = parseRoute('?involving=Chad&type=ASSAULT&measure=killed&since=2024-01-01');
  expect(listPath('events', filters, { limit: '5' })).toBe('events?involving=Chad&type=ASSAULT&since=2024-01-01&limit=5');
  expect(listPath('series', filters)).toBe('series?measure=killed&since=2024-01-01');
  expect(listPath('stories', NO_FILTERS)).toBe('stories');
});
