// One record as a line of a list: sign, what it says, how sure, and where it comes from.
import type { Record as LedgerRecord } from '../api/types';
import { longDay } from '../text/dates';
import { actorName, names, placeName, unitText, valueText } from '../text/describe';
import { number } from '../text/numbers';
import { MEASURES, STATUSES } from '../words';
import { Glyph } from './glyph';
import { toRecord, ViewLink } from './links';

/** The body of a record without sign and source. */
export function RecordWords({ record }: { record: LedgerRecord }) {
  switch (record.kind) {
    case 'event':
      return (
        <>
          <span class="code">
            {record.type ?? 'EVENT'}
            {record.mode && <span class="mode">/{record.mode}</span>}
          </span>{' '}
          <Parties from={names(record.actor)} to={names(record.recipient)} />{' '}
          <q class="trigger">{record.trigger.text}</q>
          {record.killed != null && <span class="toll"> {number(record.killed)} killed</span>}
          {record.injured != null && <span class="toll"> {number(record.injured)} injured</span>}
          {record.size != null && <span class="toll"> {number(record.size)} strong</span>}
        </>
      );
    case 'statement':
      return (
        <>
          <b>{actorName(record.speaker)}</b> <q class="said">{record.content.text}</q>
        </>
      );
    case 'figure':
      return (
        <>
          <b>
            {valueText(record)}
            {unitText(record.unit, record.per)}
          </b>{' '}
          {record.of ?? MEASURES[record.measure ?? '']}
        </>
      );
    case 'movement':
      return (
        <>
          <b>{names(record.who) || 'Someone'}</b> {record.to ? <Parties from={placeName(record.from)} to={placeName(record.to)} /> : record.from && <>from <b>{placeName(record.from)}</b></>}
          {record.purpose && <span class="aside"> {record.purpose}</span>}
        </>
      );
    case 'talks':
      return (
        <>
          <b>{names(record.parties) || 'Talks'}</b> <span class={`status ${record.status}`}>{STATUSES[record.status] ?? record.status}</span>
          {record.subject && <span class="aside"> on {record.subject}</span>}
        </>
      );
    case 'role':
      return (
        <>
          <b>{record.person}</b> {record.title}
          {record.of && <span class="aside">, {actorName(record.of)}</span>}
        </>
      );
    default:
      return <>a record of a kind that this page does not know</>;
  }
}

function Parties({ from, to }: { from: string; to: string }) {
  return (
    <>
      {from && <b>{from}</b>}
      {to && (
        <>
          <span class="arrow" aria-hidden="true">
            {' → '}
          </span>
          <span class="hidden"> to </span>
          <b>{to}</b>
        </>
      )}
    </>
  );
}

/** "future", "negated", "said by X": what keeps a record from being plain fact. */
export function Caveats({ record }: { record: LedgerRecord }) {
  return (
    <>
      {record.factuality !== 'actual' && <span class={`tag ${record.factuality}`}>{record.factuality}</span>}
      {record.attributed_to && <span class="tag">according to {actorName(record.attributed_to)}</span>}
      {record.review?.verdict === 'wrong' && <span class="tag wrong">marked wrong</span>}
      {record.review?.verdict === 'fixed' && <span class="tag fixed">corrected</span>}
      {record.review?.verdict === 'right' && <span class="tag right">confirmed</span>}
    </>
  );
}

export function RecordLine({ record }: { record: LedgerRecord }) {
  const wrong = record.review?.verdict === 'wrong';
  return (
    <li class={wrong ? 'record-line struck' : 'record-line'}>
      <ViewLink to={toRecord(record.story?.id ?? '', record.id)}>
        <Glyph kind={record.kind} type={record.kind === 'event' ? record.type : null} />
        <span class="words">
          <RecordWords record={record} />
        </span>
        <span class="under">
          <time dateTime={record.day}>{longDay(record.day) || 'no date'}</time>
          {placeName(record.where) && <span>{placeName(record.where)}</span>}
          <Caveats record={record} />
          <span class="source">{record.story?.source ?? record.story?.title ?? record.doc}</span>
        </span>
      </ViewLink>
    </li>
  );
}

