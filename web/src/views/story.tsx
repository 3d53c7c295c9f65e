// One story: its text with every record marked in place.
import type { Record as LedgerRecord, StoryWithRecords } from '../api/types';
import { useApi } from '../api/use';
import { OutLink, ViewLink } from '../parts/links';
import { Answer } from '../parts/message';
import { mayWrite } from '../state/ledger';
import { go, route } from '../state/route';
import { Correct } from '../story/correct';
import { Reading } from '../story/reading';
import { longDay } from '../text/dates';
import { safeUrl } from '../text/safe_url';

export function StoryView() {
  const { story: id, record } = route.value;
  const asked = useApi<StoryWithRecords>(`stories/${encodeURIComponent(id)}`);
  return (
    <main class="story-view" id="main" tabIndex={-1}>
      <p class="back">
        <ViewLink to={{ view: 'crisis' }}>← Back to the ledger</ViewLink>
      </p>
      <Answer of={asked} what="the story">
        {(answer) => <Story key={answer.story.id} answer={answer} record={record} reload={asked.retry} />}
      </Answer>
    </main>
  );
}

function Story({ answer: { story, text, version, records }, record, reload }: { answer: StoryWithRecords; record: string; reload: () => void }) {
  const gone = record !== '' && !records.some(({ id }) => id === record);
  const opened = (one: LedgerRecord | undefined) => go({ view: 'story', story: String(story.id), record: one?.id ?? '' }, 'replace');
  return (
    <>
      <header class="story-head">
        <h1>{story.title || story.doc}</h1>
        <p class="byline">
          {[story.source, longDay(story.published)].filter(Boolean).join(', ') || 'No source and no date are known'}
          {version > 1 && `, version ${version}`}
          {safeUrl(story.url) && (
            <>
              {' · '}
              <OutLink url={story.url}>Read it where it was published</OutLink>
            </>
          )}
        </p>
      </header>
      {gone && <p class="message">The record {record} is not in this story any more; it may have been read again since.</p>}
      <Reading text={text} records={records} record={record} opened={opened} below={mayWrite.value ? (one) => <Correct key={`${one.id} ${one.review?.id}`} record={one} done={reload} /> : undefined} />
    </>
  );
}
