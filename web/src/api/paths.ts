// The requests that views make, as paths below /api/v1/. tests/unit/paths.test.ts holds them to the API's document.
import { filterParams, type Filters, type ListFilter } from '../state/url';

type Name = ListFilter | 'since' | 'until' | 'text';
const EVENTS: Name[] = ['involving', 'actor', 'recipient', 'where', 'type', 'factuality', 'said_by', 'source', 'since', 'until', 'text'];
const OTHERS = EVENTS.filter((name) => name !== 'type');
const without = (...names: Name[]) => OTHERS.filter((name) => !names.includes(name));

/** Which filters each list takes. Others are left out of its request: they are not about what it lists. */
export const KNOWN = {
  events: EVENTS,
  timeline: EVENTS,
  map: EVENTS,
  network: EVENTS,
  statements: OTHERS,
  talks: without('recipient'),
  negotiations: without('recipient'),
  movements: without('recipient'),
  speakers: without('said_by'),
  roles: without('recipient', 'where', 'factuality', 'said_by'),
  figures: [...without('involving', 'actor', 'recipient'), 'measure'] as Name[],
  series: [...without('involving', 'actor', 'recipient'), 'measure'] as Name[],
  stories: ['source', 'since', 'until', 'text'] as Name[],
} satisfies { [list: string]: Name[] };

export type FilteredList = keyof typeof KNOWN;

/** The path, or null as long as the filters are not known. */
export function pathOf(list: FilteredList, filters: Filters | null, more: { [name: string]: string } = {}): string | null {
  return filters && listPath(list, filters, more);
}

export function listPath(list: FilteredList, filters: Filters, more: { [name: string]: string } = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of filterParams(filters)) if ((KNOWN[list] as string[]).includes(name)) params.append(name, value);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  const query = params.toString();
  return query ? `${list}?${query}` : list;
}
