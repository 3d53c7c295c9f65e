// Try it: paste a story, see its records at once. Nothing is kept.
import { useId, useState } from 'preact/hooks';
import { type ApiError, post } from '../api/client';
import type { StoryRead } from '../api/types';
import { asApiError } from '../api/use';
import { Failed } from '../parts/message';
import { ledger } from '../state/ledger';
import { Reading } from '../story/reading';
import { count } from '../text/numbers';

const MOST = 200_000; // bytes, as the API says
const EXAMPLE =
  'Norway’s foreign minister, Astrid Halvorsen, flew to Cairo on Thursday and met Egyptian leaders for three hours. ' +
  '“We came to listen,” she told reporters. Egypt agreed to open the crossing to at least 40 aid trucks a day, officials said. ' +
  'Rebels shelled the port of Aden a day earlier, killing 12 people.';

export function TryView() {
  const id = useId();
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<StoryRead | null>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const read = async (what: string) => {
    if (!what.trim()) return;
    setBusy(true);
    setError(null);
    try {
      setAnswer(await post<StoryRead>('read', { text: what, ...(day && { published: day }) }));
    } catch (problem) {
      setError(asApiError(problem));
    } finally {
      setBusy(false);
    }
  };
  const size = new TextEncoder().encode(text).length;
  const off = ledger.value !== null && !ledger.value.read;
  return (
    <main class="try-view" id="main" tabIndex={-1}>
      <header class="story-head">
        <h1>Try it</h1>
        <p class="byline">Paste a story and see what Annals reads in it. Nothing is kept and nothing leaves this machine’s server.</p>
      </header>
      {off && <p class="message">This server was started without a model, so it cannot read stories. Start it with `--model annals.model`.</p>}
      <form
        class="try-form"
        onSubmit={(event) => {
          event.preventDefault();
          void read(text);
        }}
      >
        <label for={`${id}-text`}>The story</label>
        <textarea
          id={`${id}-text`}
          rows={answer ? 5 : 10}
          value={text}
          spellcheck={false}
          placeholder="Paste the text of a news story in English"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && void read(text)}
        />
        <div class="row">
          <label for={`${id}-day`}>Published</label>
          <input id={`${id}-day`} type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
          <small>The day tells which Thursday “on Thursday” is.</small>
          <span class="grow" />
          {!text && (
            <button type="button" onClick={() => (setText(EXAMPLE), void read(EXAMPLE))} disabled={off}>
              Use an example
            </button>
          )}
          <button type="submit" class="primary" disabled={busy || off || !text.trim() || size > MOST}>
            {busy ? 'Reading …' : 'Read it'}
          </button>
        </div>
        {size > MOST && <p class="message failed">That is {count(size, 'byte')}; the server reads {count(MOST, 'byte')} at most. Paste a shorter piece.</p>}
      </form>
      {error && <Failed detail={error.detail} remedy={error.remedy} />}
      {answer && (
        <section class="answer" aria-label="What was read">
          <p class="byline" role="status">
            {count(answer.records.length, 'record')} in {answer.milliseconds.toFixed(1)} ms
          </p>
          {answer.records.length === 0 && <p class="message">No record was found. Annals records acts between actors of public life, statements, figures and movements; private life, sport and weather give none.</p>}
          <Reading text={answer.text} records={answer.records} />
        </section>
      )}
    </main>
  );
}
