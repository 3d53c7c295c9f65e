import { expect, test } from 'vitest';
import type { Event, Record as LedgerRecord } from '../../src/api/types';
import { changesOf, draftOf, readActors, writeActors } from '../../src/story/review';

const words = { start: 0, end: 1, text: 'x' };
const record: Event = {
  kind: 'event',
  doc: 'd',
  evidence: words,
  trigger: words,
  factuality: 'actual',
  type: 'SANCTION',
  mode: 'withdraw',
  actor: [{ name: 'Turkey', country: 'TUR', sector: 'GOV' }],
  recipient: [{ name: 'Israel', country: 'ISR' }],
  when: { text: 'on Saturday', start: '2023-11-04', end: '2023-11-04' },
};

test.each<[string, object[], string?]>([
  ['Turkey, TUR, GOV', [{ name: 'Turkey', country: 'TUR', sector: 'GOV' }]],
  ['protesters, CVL', [{ name: 'protesters', sector: 'CVL' }], 'a sector alone'],
  ['officials, , GOV', [{ name: 'officials', sector: 'GOV' }]],
  ['Banks, Shipping and Sons, NOR, BUS', [{ name: 'Banks, Shipping and Sons', country: 'NOR', sector: 'BUS' }]],
  ['NATO', [{ name: 'NATO' }], 'a name of capitals stays a name'],
  ['\n A \n\nB, FRA\n', [{ name: 'A' }, { name: 'B', country: 'FRA' }]],
  ['', []],
])('the lines %j name %j', (lines, actors) => {
  expect(readActors(lines)).toEqual(actors);
});

test('actors are written as they are read', () => {
  expect(writeActors(record.actor!)).toBe('Turkey, TUR, GOV');
  expect(readActors(writeActors([{ name: 'officials', sector: 'GOV' }]))).toEqual([{ name: 'officials', sector: 'GOV' }]);
});

test('a draft that changes nothing is no correction', () => {
  expect(changesOf(record, draftOf(record))).toBeNull();
});

test.each<[string, Partial<ReturnType<typeof draftOf>>, object]>([
  ['type and mode', { type: 'ACCUSE', mode: '' }, { type: 'ACCUSE', mode: null }],
  ['actor', { actor: 'Turkey, TUR, MIL' }, { actor: [{ name: 'Turkey', country: 'TUR', sector: 'MIL' }] }],
  ['no recipient', { recipient: '' }, { recipient: [] }],
  ['one day', { start: '2023-11-05', end: '' }, { when: { start: '2023-11-05', end: '2023-11-05' } }],
  ['days the wrong way round', { start: '2023-11-09', end: '2023-11-05' }, { when: { start: '2023-11-05', end: '2023-11-09' } }],
  ['no date', { start: '', end: '' }, { when: null }],
  ['factuality', { factuality: 'negated' }, { factuality: 'negated' }],
])('a draft changes %s', (_, change, expected) => {
  expect(changesOf(record, { ...draftOf(record), ...change })).toEqual(expected);
});

test('a draft starts from the last correction', () => {
  const reviewed = { ...record, review: { id: 1, verdict: 'fixed', by: 'A', at: '', original: {}, changes: { type: 'REJECT', mode: null } } } as LedgerRecord;
  expect(draftOf(reviewed)).toMatchObject({ type: 'REJECT', mode: '', actor: 'Turkey, TUR, GOV' });
});
