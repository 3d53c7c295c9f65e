// The records themselves, newest first: events, or another kind, or the stories.
import { useEffect, useState } from 'preact/hooks';
import { get } from '../api/client';
import { type FilteredList, listPath } from '../api/paths';
import type { Record as LedgerRecord, RecordPage, StoryPage, StoryRef } from '../api/types';
import { asApiError, useApi } from '../api/use';
import type { ApiError } from '../api/client';
import { Provenance, ViewLink } from '../parts/links';
import { Answer, Failed, Nothing } from '../parts/message';
import { Choice, Panel } from '../parts/panel';
import { RecordLine } from '../parts/record_line';
import { filters } from '../state/route';

const LISTS = [
  ['events', 'Events'],
  ['statements', 'Statements'],
  ['movements', 'Movements'],
  ['figures', 'Figures'],
  ['talks', 'Talks'],
  ['roles', 'Roles'],
  ['stories', 'Stories'],
] as const satisfies readonly (readonly [FilteredList, string])[];
type Shown = (typeof LISTS)[number][0];

export function WirePanel() {
  const [list, setList] = useState<Shown>('events');
  const path = listPath(list, filters.value, { limit: '30' });
  const asked = useApi<RecordPage | StoryPage>(path);
  return (
    <Panel name="The wire" class="wire" tools={<Choice label="Which records" of={LISTS} now={list} set={setList} />}>
      <Answer of={asked} what={list}>
        {(page) => (page.items.length === 0 ? <Nothing what={list} /> : <Pages key={path} first={page} path={path} />)}
      </Answer>
    </Panel>
  );
}

/** A first page and those that the reader asked for after it. */
function Pages({ first, path }: { first: RecordPage | StoryPage; path: string }) {
  const [more, setMore] = useState<(RecordPage | StoryPage)[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => setMore([]), [first]);
  const pages = [first, ...more];
  const next = pages.at(-1)!.next;
  const fetchNext = async () => {
    try {
      setError(null);
      setMore([...more, await get<RecordPage>(`${path}&after=${encodeURIComponent(next!)}`)]);
    } catch (problem) {
      setError(asApiError(problem));
    }
  };
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Records, newest first">
      <ul class="lines">
        {pages.flatMap((page) =>
          (page.items as (LedgerRecord | StoryRef)[]).map((item) =>
            'kind' in item ? <RecordLine key={item.id} record={item} /> : <StoryLine key={item.id} story={item as StoryRef} />,
          ),
        )}
      </ul>
      {error && <Failed detail={error.detail} remedy={error.remedy} />}
      {next && (
        <button type="button" class="more" onClick={fetchNext}>
          Show older ones
        </button>
      )}
    </div>
  );
}

function StoryLine({ story }: { story: StoryRef }) {
  return (
    <li class="record-line story">
      <ViewLink to={{ view: 'story', story: String(story.id), record: '' }}>
        <span class="words">{story.title || story.doc}</span>
        <span class="under">
          <Provenance story={story} />
        </span>
      </ViewLink>
    </li>
  );
}
