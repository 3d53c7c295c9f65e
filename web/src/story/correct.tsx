// The form by which a reviewer says that a record is right, wrong, or right once something is changed.
import { useId, useState } from 'preact/hooks';
import { forget, post } from '../api/client';
import type { Correction, CorrectionToAdd, Record as LedgerRecord } from '../api/types';
import { asApiError } from '../api/use';
import { reviewer } from '../state/reviewer';
import { longDay } from '../text/dates';
import { FACTUALITY, TYPES } from '../words';
import { changesOf, type Draft, draftOf, hasActors } from './review';

interface Props {
  record: LedgerRecord;
  /** Told when the ledger has kept the review. */
  done: () => void;
}

export function Correct({ record, done }: Props) {
  const id = useId();
  const [fixing, setFixing] = useState(false);
  const [draft, setDraft] = useState<Draft>(draftOf(record));
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const changes = changesOf(record, draft);

  const send = async (verdict: CorrectionToAdd['verdict']) => {
    const by = reviewer.value.trim();
    if (!by) return setTrouble('Give your name first: a review is kept with who made it.'), document.getElementById(`${id}-by`)?.focus();
    setBusy(true);
    setTrouble('');
    try {
      const body: CorrectionToAdd = { record: record.id!, verdict, by, ...(verdict === 'fixed' && changes && { changes }), ...(note.trim() && { note: note.trim() }) };
      await post<Correction>('corrections', body);
      forget();
      setFixing(false);
      done();
    } catch (error) {
      const { detail, remedy } = asApiError(error);
      setTrouble(`${detail} ${remedy}`);
    } finally {
      setBusy(false);
    }
  };
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const review = record.review;
  return (
    <div class="correct">
      {review && (
        <p class="said">
          {{ right: 'Confirmed', wrong: 'Marked wrong', fixed: 'Corrected', withdrawn: 'Withdrawn' }[review.verdict]} by {review.by} on {longDay(review.at)}
          {review.note && `: ${review.note}`}
        </p>
      )}
      <div class="verdicts" role="group" aria-label="Review this record">
        <button type="button" disabled={busy} aria-pressed={review?.verdict === 'right'} onClick={() => send('right')}>
          ✓ Right
        </button>
        <button type="button" disabled={busy} aria-pressed={review?.verdict === 'wrong'} onClick={() => send('wrong')}>
          ✗ Wrong
        </button>
        <button type="button" disabled={busy} aria-expanded={fixing} onClick={() => setFixing(!fixing)}>
          Correct …
        </button>
        {review && (
          <button type="button" disabled={busy} onClick={() => send('withdrawn')}>
            Take back
          </button>
        )}
      </div>
      <p class="by">
        <label for={`${id}-by`}>Reviewer</label>
        <input id={`${id}-by`} type="text" maxLength={100} autocomplete="name" value={reviewer.value} onInput={(event) => (reviewer.value = event.currentTarget.value)} />
      </p>
      {fixing && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send('fixed');
          }}
        >
          {record.kind === 'event' && <TypeFields id={id} draft={draft} set={set} />}
          {hasActors(record) && <ActorsField id={`${id}-actor`} label={record.kind === 'statement' ? 'Speaker' : 'Who'} value={draft.actor} set={(actor) => set({ actor })} />}
          {record.kind === 'event' && <ActorsField id={`${id}-recipient`} label="To whom" value={draft.recipient} set={(recipient) => set({ recipient })} />}
          <div class="pair">
            <p>
              <label for={`${id}-start`}>First day</label>
              <input id={`${id}-start`} type="date" value={draft.start} onInput={(event) => set({ start: event.currentTarget.value })} />
            </p>
            <p>
              <label for={`${id}-end`}>Last day</label>
              <input id={`${id}-end`} type="date" value={draft.end} onInput={(event) => set({ end: event.currentTarget.value })} />
            </p>
          </div>
          <p>
            <label for={`${id}-fact`}>How the story puts it</label>
            <select id={`${id}-fact`} value={draft.factuality} onInput={(event) => set({ factuality: event.currentTarget.value })}>
              {FACTUALITY.map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </p>
          <p>
            <label for={`${id}-note`}>Note</label>
            <input id={`${id}-note`} type="text" maxLength={2000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          </p>
          <button type="submit" class="primary" disabled={busy || !changes}>
            {changes ? 'Keep the correction' : 'Change something above'}
          </button>
        </form>
      )}
      {trouble && (
        <p class="message failed" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}

function TypeFields({ id, draft, set }: { id: string; draft: Draft; set: (change: Partial<Draft>) => void }) {
  const modes = TYPES[draft.type]?.modes ?? [];
  const known = draft.type in TYPES;
  return (
    <div class="pair">
      <p>
        <label for={`${id}-type`}>Type</label>
        <select id={`${id}-type`} value={draft.type} onInput={(event) => set({ type: event.currentTarget.value, mode: '' })}>
          {!known && <option>{draft.type}</option>}
          {Object.keys(TYPES).map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </p>
      <p>
        <label for={`${id}-mode`}>Mode</label>
        <select id={`${id}-mode`} value={draft.mode} onInput={(event) => set({ mode: event.currentTarget.value })}>
          <option value="">none</option>
          {draft.mode && !modes.includes(draft.mode) && <option>{draft.mode}</option>}
          {modes.map((mode) => (
            <option key={mode}>{mode}</option>
          ))}
        </select>
      </p>
    </div>
  );
}

function ActorsField({ id, label, value, set }: { id: string; label: string; value: string; set: (value: string) => void }) {
  return (
    <p>
      <label for={id}>{label}</label>
      <textarea id={id} rows={Math.max(2, value.split('\n').length)} value={value} aria-describedby={`${id}-hint`} onInput={(event) => set(event.currentTarget.value)} />
      <small id={`${id}-hint`}>One a line: name, country code, sector</small>
    </p>
  );
}
