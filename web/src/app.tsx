// The page's frame: its head with the views to choose from, and the view that the address names.
import { useEffect } from 'preact/hooks';
import { ViewLink } from './parts/links';
import { Failed } from './parts/message';
import { ledger, ledgerError, loadLedger } from './state/ledger';
import { route } from './state/route';
import { theme, toggleTheme } from './state/theme';
import type { View } from './state/url';
import { span } from './text/dates';
import { compact } from './text/numbers';
import { KINDS } from './words';
import { CrisisView } from './views/crisis';
import { ReviewView } from './views/review';
import { StoryView } from './views/story';
import { TryView } from './views/try';

const VIEWS = { crisis: CrisisView, story: StoryView, try: TryView, review: ReviewView };
const NAMES: { [view in View]?: string } = { crisis: 'Ledger', try: 'Try it', review: 'Reviews' };

export function App() {
  const { view, story } = route.value;
  const Shown = VIEWS[view];
  useEffect(() => {
    document.title = view === 'crisis' ? `${ledger.value?.name ?? 'Ledger'} – Annals` : `${NAMES[view] ?? 'Story'} – Annals`;
  }, [view, story, ledger.value]);
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}>
        Skip to the content
      </a>
      <Masthead view={view} />
      {ledgerError.value && <Failed detail={ledgerError.value.detail} remedy={ledgerError.value.remedy} retry={loadLedger} />}
      <Shown />
    </>
  );
}

function Masthead({ view }: { view: View }) {
  const now = ledger.value;
  return (
    <header class="masthead">
      <p class="name">
        <ViewLink to={{ view: 'crisis' }}>Annals</ViewLink>
      </p>
      <nav aria-label="Views">
        {(Object.keys(NAMES) as View[]).map((one) => (
          <ViewLink key={one} to={{ view: one }} current={one === view || (one === 'crisis' && view === 'story')}>
            {NAMES[one]}
          </ViewLink>
        ))}
      </nav>
      {now && (
        <p class="holdings">
          <b>{now.name}</b> {compact(now.stories)} stories
          {now.first && now.last && `, ${span(now.first, now.last)}`}
          <span class="counts">
            {KINDS.map((kind) => ` · ${compact(now.records[kind] ?? 0)} ${kind === 'talks' ? 'talks' : `${kind}s`}`).join('')}
          </span>
        </p>
      )}
      <button type="button" class="theme" onClick={toggleTheme} aria-label={theme.value === 'dark' ? 'Use light colours' : 'Use dark colours'}>
        <span aria-hidden="true">{theme.value === 'dark' ? '☀' : '☾'}</span>
      </button>
    </header>
  );
}
