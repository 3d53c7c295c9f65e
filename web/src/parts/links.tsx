// Links: into a story of the ledger, and out to where it was published.
import type { ComponentChildren } from 'preact';
import type { StoryRef } from '../api/types';
import { follow, href } from '../state/route';
import type { Route } from '../state/url';
import { longDay } from '../text/dates';
import { safeUrl } from '../text/safe_url';

interface ToView {
  to: Partial<Route>;
  class?: string;
  current?: boolean;
  label?: string;
  children: ComponentChildren;
}

export function ViewLink({ to, class: name, current, label, children }: ToView) {
  return (
    <a class={name} href={href(to)} onClick={(event) => follow(event, to)} aria-current={current ? 'page' : undefined} aria-label={label}>
      {children}
    </a>
  );
}

/** To the sentence a record came from. */
export function toRecord(story: number | string, record: string | undefined): Partial<Route> {
  return { view: 'story', story: String(story), record: record ?? '' };
}

export function OutLink({ url, children }: { url: string | null | undefined; children: ComponentChildren }) {
  const safe = safeUrl(url);
  if (!safe) return <>{children}</>;
  return (
    <a class="out" href={safe} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="hidden"> (opens elsewhere)</span>
    </a>
  );
}

/** "Source, 14 May 2024", as far as it is known. */
export function Provenance({ story }: { story: StoryRef | undefined }) {
  if (!story) return null;
  const text = [story.source, longDay(story.published)].filter(Boolean).join(', ');
  return <span class="provenance">{text || story.doc}</span>;
}
