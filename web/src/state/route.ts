// The route as a signal: what reads it is drawn anew when the address changes, by a click or by the back button.
import { computed, signal } from '@preact/signals';
import { type Filters, formatRoute, NO_FILTERS, parseRoute, type Route } from './url';

export const route = signal<Route>(parseRoute(location.search));
export const filters = computed(() => route.value.filters);

addEventListener('popstate', () => {
  route.value = parseRoute(location.search);
});

/** Where a link to `target` points. */
export function href(target: Partial<Route>): string {
  return location.pathname + formatRoute({ ...route.value, story: '', record: '', ...target });
}

export function go(target: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  const address = href(target);
  if (address === location.pathname + location.search) return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  route.value = parseRoute(location.search);
  if (how === 'push' && target.view) scrollTo(0, 0);
}

/** Narrows the crisis view further, or elsewhere. */
export function narrow(change: Partial<Filters>): void {
  go({ view: 'crisis', filters: { ...filters.value, ...change } });
}

export function clearFilters(): void {
  go({ view: 'crisis', filters: NO_FILTERS });
}

/** Follows a link of ours inside the page, unless the reader asks for a new tab or window. */
export function follow(event: MouseEvent, target: Partial<Route>): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(target);
}
