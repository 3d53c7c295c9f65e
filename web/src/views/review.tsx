// Reviews: how often reviewers found the records right, by kind and by type, and the reviews themselves.
import { useApi } from '../api/use';
import type { Agreement, AgreementRow, Correction, Record as LedgerRecord } from '../api/types';
import { Glyph, QuadGlyph } from '../parts/glyph';
import { Answer } from '../parts/message';
import { Panel } from '../parts/panel';
import { ledger, mayWrite } from '../state/ledger';
import { longDay } from '../text/dates';
import { describe } from '../text/describe';
import { count, percent } from '../text/numbers';
import { quadOf } from '../words';
import { RecordLink } from '../parts/record_link';

export function ReviewView() {
  const agreement = useApi<Agreement>('agreement');
  const reviews = useApi<{ items: Correction[] }>('corrections?limit=50');
  return (
    <main class="review-view" id="main" tabIndex={-1}>
      <header class="story-head">
        <h1>Reviews</h1>
        <p class="byline">
          {mayWrite.value
            ? 'Open any record in its story and say whether it is right. The figures below grow with each review.'
            : ledger.value && 'This server only reads. Start it with `annals serve --write` to review records.'}
        </p>
      </header>
      <Answer of={agreement} what="the figures">
        {({ kinds, types, reviewers, pairs }) =>
          kinds.length === 0 ? (
            <p class="message">No record has been reviewed yet. Open a story, choose a record, and mark it right or wrong.</p>
          ) : (
            <div class="agreement">
              <Precision name="By kind" rows={kinds} />
              <Precision name="Events by type" rows={types} />
              <Panel name="By whom" class="reviewers">
                <ul class="lines">
                  {reviewers.map(({ name, count: n }) => (
                    <li key={name}>
                      {name} <span class="n">{n}</span>
                    </li>
                  ))}
                </ul>
                <p class="aside">{pairs.judged > 0 ? `Two reviewers judged ${count(pairs.judged, 'record')} and agreed on ${pairs.agreed}.` : 'No record was judged by two reviewers yet.'}</p>
              </Panel>
            </div>
          )
        }
      </Answer>
      <Panel name="Latest reviews" class="reviews">
        <Answer of={reviews} what="the reviews">
          {({ items }) => (items.length === 0 ? <p class="message">None yet.</p> : <ul class="lines">{items.map((one) => <Review key={one.id} review={one} />)}</ul>)}
        </Answer>
      </Panel>
    </main>
  );
}

/** Precision with its 95 % interval, as a bar and in figures. */
function Precision({ name, rows }: { name: string; rows: AgreementRow[] }) {
  return (
    <Panel name={name} class="precision">
      <table>
        <thead>
          <tr>
            <th scope="col">{name === 'By kind' ? 'Kind' : 'Type'}</th>
            <th scope="col" class="n">
              Reviewed
            </th>
            <th scope="col" class="n">
              Right
            </th>
            <th scope="col">95% interval</th>
            <th scope="col" class="n">
              With corrections
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.type ?? row.kind}>
              <th scope="row">
                {row.type ? <QuadGlyph quad={quadOf(row.type)} /> : <Glyph kind={row.kind} />} {row.type ?? row.kind}
              </th>
              <td class="n">{row.reviewed}</td>
              <td class="n">{percent(row.precision)}</td>
              <td>
                <Interval row={row} />
              </td>
              <td class="n">{row.lenient != null && percent(row.lenient)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Interval({ row: { low, high, precision } }: { row: AgreementRow }) {
  return (
    <svg class="interval" viewBox="0 0 100 12" width="120" height="14" role="img" aria-label={`${percent(low)} to ${percent(high)}`}>
      <line class="base" x2="100" y1="6" y2="6" />
      <line class="range" x1={low * 100} x2={high * 100} y1="6" y2="6" />
      <circle cx={Math.max(3, Math.min(97, precision * 100))} cy="6" r="3" />
    </svg>
  );
}

const VERDICTS = { right: '✓ right', wrong: '✗ wrong', fixed: 'corrected', withdrawn: 'taken back' };

function Review({ review }: { review: Correction }) {
  const original = review.original as unknown as LedgerRecord;
  return (
    <li class="review">
      <span class={`tag ${review.verdict}`}>{VERDICTS[review.verdict]}</span>{' '}
      {review.record ? <RecordLink id={review.record}>{describeSafely(original)}</RecordLink> : describeSafely(original)}
      {review.changes && <span class="aside"> {Object.keys(review.changes).join(', ')} changed</span>}
      <span class="under">
        <span>{review.by}</span>
        <time dateTime={review.at}>{longDay(review.at)}</time>
        {review.note && <q>{review.note}</q>}
      </span>
    </li>
  );
}

/** An original was written by an earlier version, perhaps in another form. */
function describeSafely(record: LedgerRecord): string {
  try {
    return describe(record);
  } catch {
    return record?.kind ?? 'a record';
  }
}
