// What the address bar holds: which view, and what it is narrowed to. The same text always gives the same page.

export const VIEWS = ['crisis', 'story', 'try', 'review'] as const;
export type View = (typeof VIEWS)[number];

/** What narrows the crisis view, by the names that the API gives them. A list holds alternatives; empty, it narrows nothing. */
export interface Filters {
  involving: string[]; // takes part, in whatever role
  actor: string[];
  recipient: string[];
  where: string[];
  type: string[];
  measure: string[];
  factuality: string[];
  said_by: string[];
  source: string[];
  since: string;
  until: string;
  text: string;
}

export interface Route {
  view: View;
  filters: Filters;
  /** The id of the story in the story view, and the record whose sentence to show. */
  story: string;
  record: string;
}

const LISTS = ['involving', 'actor', 'recipient', 'where', 'type', 'measure', 'factuality', 'said_by', 'source'] as const;
const TEXTS = ['since', 'until', 'text'] as const;
export type ListFilter = (typeof LISTS)[number];

export const NO_FILTERS: Filters = {
  involving: [],
  actor: [],
  recipient: [],
  where: [],
  type: [],
  measure: [],
  factuality: [],
  said_by: [],
  source: [],
  since: '',
  until: '',
  text: '',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address's query. What it does not know or cannot be, it leaves out. */
export function parseRoute(query: string): Route {
  const params = new URLSearchParams(query);
  const filters: Filters = { ...NO_FILTERS };
  for (const name of LISTS) filters[name] = [...new Set(params.getAll(name).filter(Boolean))];
  for (const name of TEXTS) filters[name] = params.get(name) ?? '';
  if (!DAY.test(filters.since)) filters.since = '';
  if (!DAY.test(filters.until)) filters.until = '';
  const story = params.get('story') ?? '';
  const named = params.get('view') as View | null;
  const view = story ? 'story' : named && VIEWS.includes(named) && named !== 'story' ? named : 'crisis';
  return { view, filters, story, record: story ? (params.get('record') ?? '') : '' };
}

/** The filters as the API's parameters, in a fixed order. */
export function filterParams(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of LISTS) for (const value of filters[name]) params.append(name, value);
  for (const name of TEXTS) if (filters[name]) params.set(name, filters[name]);
  return params;
}

/** The query of a route, with nothing in it that says nothing: "" or "?actor=Turkey&type=SANCTION". */
export function formatRoute(route: Route): string {
  const params = new URLSearchParams();
  if (route.view === 'story') {
    params.set('story', route.story);
    if (route.record) params.set('record', route.record);
  } else if (route.view !== 'crisis') {
    params.set('view', route.view);
  }
  for (const [name, value] of filterParams(route.filters)) params.append(name, value);
  const query = params.toString();
  return query ? `?${query}` : '';
}

export function isNarrowed(filters: Filters): boolean {
  return filterParams(filters).size > 0;
}

/** The filters with `value` put into the list `name`, or taken out where it was there. */
export function toggled(filters: Filters, name: ListFilter, value: string): Filters {
  const list = filters[name];
  return { ...filters, [name]: list.includes(value) ? list.filter((other) => other !== value) : [...list, value] };
}
