// The requests that views make, as paths below /api/v1/.
import { filterParams, type Filters } from '../state/url';

/** Filters that a view of the API does not know are left out of its request, so that it is not refused. */
const KNOWN: Record<string, string[]> = {
  events: ['with', 'actor', 'recipient', 'where', 'type', 'factuality', 'said_by', 'source', 'since', 'until', 'text'],
  timeline: ['with', 'actor', 'recipient', 'where', 'type', 'factuality', 'said_by', 'source', 'since', 'until', 'text'],
  map: ['with', 'actor', 'recipient', 'where', 'type', 'factuality', 'said_by', 'source', 'since', 'until', 'text'],
  network: ['with', 'actor', 'recipient', 'where', 'type', 'factuality', 'said_by', 'source', 'since', 'until', 'text'],
  series: ['where', 'measure', 'factuality', 'said_by', 'source', 'since', 'until', 'text'],
  speakers: ['with', 'actor', 'recipient', 'where', 'factuality', 'source', 'since', 'until', 'text'],
  negotiations: ['with', 'actor', 'recipient', 'where', 'factuality', 'said_by', 'source', 'since', 'until', 'text'],
};

export type FilteredView = 'events' | 'timeline' | 'map' | 'network' | 'series' | 'speakers' | 'negotiations';

export function viewPath(view: FilteredView, filters: Filters, more: Record<string, string> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of filterParams(filters)) if (KNOWN[view]!.includes(name)) params.append(name, value);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  const query = params.toString();
  return query ? `${view}?${query}` : view;
}
