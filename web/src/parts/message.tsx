// What stands where there is nothing to show: waiting, nothing found, something wrong; each says what to do.
import type { ComponentChildren } from 'preact';
import type { Asked } from '../api/use';
import { route, clearFilters } from '../state/route';
import { isNarrowed } from '../state/url';

export function Waiting({ what }: { what: string }) {
  return <p class="message waiting">Fetching {what} …</p>;
}

/** Nothing found: because of the filters where there are some, else because the ledger has none. */
export function Nothing({ what, hint }: { what: string; hint?: string }) {
  if (!isNarrowed(route.value.filters)) return <p class="message">The ledger holds no {what}. {hint}</p>;
  return (
    <div class="message">
      <p>No {what} under these filters.</p>
      <button type="button" onClick={clearFilters}>
        Clear the filters
      </button>
    </div>
  );
}

export function Failed({ detail, remedy, retry }: { detail: string; remedy: string; retry?: () => void }) {
  return (
    <div class="message failed" role="alert">
      <p>
        <strong>{detail}</strong> {remedy}
      </p>
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Shows an answer when it is there, and else why it is not. */
export function Answer<T>({ of: asked, what, children }: { of: Asked<T>; what: string; children: (data: T) => ComponentChildren }) {
  if (asked.error) return <Failed detail={asked.error.detail} remedy={asked.error.remedy} retry={asked.retry} />;
  if (asked.data === undefined) return <Waiting what={what} />;
  return (
    <div class={asked.waiting ? 'answer stale' : 'answer'} aria-busy={asked.waiting}>
      {children(asked.data)}
    </div>
  );
}
