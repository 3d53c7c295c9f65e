// A record in full, beside the text: its members, why it is there, and what reviewers said.
import type { ComponentChildren } from 'preact';
import type { Actor, Place, Record as LedgerRecord } from '../api/types';
import { Glyph } from '../parts/glyph';
import { Caveats, RecordWords } from '../parts/record_line';
import { narrow } from '../state/route';
import { span } from '../text/dates';
import { actorName, placeName } from '../text/describe';
import { number } from '../text/numbers';
import { SECTORS, TYPES } from '../words';
import { byKey } from './steps';
import { colourOf } from './text';

// Below this width an open record moves to the foot of the screen (story.css), away from the pointer: nothing opens by
// pointing there.
const NARROW = 900;

interface Props {
  index: number;
  record: LedgerRecord;
  active: boolean;
  look: (index: number) => void;
  open: (index: number) => void;
  /** Below the members, when the record is looked at. */
  children?: ComponentChildren;
}

export function Note({ index, record, active, look, open, children }: Props) {
  const wrong = record.review?.verdict === 'wrong';
  return (
    <li id={`note-${index}`} class={`note ${colourOf(record)} ${active ? 'active' : ''} ${wrong ? 'struck' : ''}`} onPointerEnter={(event) => event.pointerType === 'mouse' && !active && innerWidth > NARROW && look(index)}>
      <button type="button" class="head" aria-expanded={active} onClick={() => open(index)} onFocus={(event) => byKey(event) && look(index)}>
        <span class="number">{index + 1}</span>
        <Glyph kind={record.kind} type={record.kind === 'event' ? record.type : null} />
        <span class="words">
          <RecordWords record={record} />
        </span>
        <span class="under">
          <Caveats record={record} />
        </span>
      </button>
      {active && (
        <div class="body">
          <dl>{members(record)}</dl>
          <Why record={record} />
          {children}
        </div>
      )}
    </li>
  );
}

function members(record: LedgerRecord): ComponentChildren {
  const fix = record.review?.verdict === 'fixed' ? record.review.changes : undefined;
  const rows: [string, ComponentChildren, ComponentChildren?][] = [];
  const row = (name: string, value: ComponentChildren, fixed?: ComponentChildren) => (value || fixed) && rows.push([name, value, fixed]);
  const actors = (list: readonly Actor[] | null | undefined) => list && list.length > 0 && list.map((actor, i) => <ActorName key={i} actor={actor} />);
  switch (record.kind) {
    case 'event':
      row('Act', record.type && `${record.type}${record.mode ? `/${record.mode}` : ''} (${TYPES[record.type]?.says ?? 'of a codebook of your own'})`, fix?.type && `${fix.type}${fix.mode ? `/${fix.mode}` : ''}`);
      row('Who', actors(record.actor), fix?.actor && actors(fix.actor));
      row('To whom', actors(record.recipient), fix?.recipient && actors(fix.recipient));
      row('Killed', record.killed != null && number(record.killed));
      row('Injured', record.injured != null && number(record.injured));
      row('Size', record.size != null && number(record.size));
      row('Context', record.context?.join(', ').replaceAll('_', ' '));
      break;
    case 'statement':
      row('Speaker', record.speaker && <ActorName actor={record.speaker} />, fix?.actor && actors(fix.actor));
      row('To', actors(record.addressee));
      row('Form', record.form === 'direct' ? 'in quotation marks' : record.form === 'mixed' ? 'partly in quotation marks' : 'reported');
      row('Cue', record.cue && <q>{record.cue.text}</q>);
      break;
    case 'figure':
      row('Measure', record.measure?.replaceAll('_', ' '));
      break;
    case 'movement':
      row('Who', actors(record.who), fix?.actor && actors(fix.actor));
      row('From', <PlaceLink place={record.from} />);
      row('To', <PlaceLink place={record.to} />);
      row('Purpose', record.purpose);
      break;
    case 'talks':
      row('Parties', actors(record.parties), fix?.actor && actors(fix.actor));
      row('Mediator', actors(record.mediator));
      row('Subject', record.subject);
      row('In the way', record.obstacle);
      break;
    case 'role':
      row('Of', record.of && <ActorName actor={record.of} />);
      break;
  }
  row('When', record.when && `${span(record.when.start, record.when.end)}${record.when.text ? ` (“${record.when.text}”)` : ''}`, fix?.when && span(fix.when.start, fix.when.end));
  row('Where', record.where && <PlaceLink place={record.where} />);
  row('Said by', record.attributed_to && <ActorName actor={record.attributed_to} />);
  row('Fact', record.factuality, fix?.factuality);
  return rows.map(([name, value, fixed]) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>
        {fixed ? (
          <>
            <ins>{fixed}</ins> {value && <del>{value}</del>}
          </>
        ) : (
          value
        )}
      </dd>
    </div>
  ));
}

function ActorName({ actor }: { actor: Actor }) {
  const name = actorName(actor);
  const whence = [actor.country, SECTORS[actor.sector ?? ''] ?? actor.sector].filter(Boolean).join(', ');
  return (
    <span class="actor">
      <button type="button" class="link" title={`What else involves ${name}`} onClick={() => narrow({ involving: [name] })}>
        {name}
      </button>
      {whence && <small> {whence}</small>}
      {actor.text && actor.text !== name && <small> “{actor.text}”</small>}
    </span>
  );
}

function PlaceLink({ place }: { place: Place | null | undefined }) {
  const name = placeName(place);
  if (!name) return null;
  return (
    <span class="actor">
      <button type="button" class="link" title={`What else happened in ${name}`} onClick={() => narrow({ where: [name] })}>
        {name}
      </button>
      {place?.country && <small> {place.country}</small>}
    </span>
  );
}

function Why({ record: { why } }: { record: LedgerRecord }) {
  if (!why) return null;
  return (
    <p class="why">
      <b>Why</b>{' '}
      {why.words && why.words.length > 0 && (
        <>
          the words {why.words.map(({ text }) => `“${text}”`).join(' and ')}
          {(why.rule || why.entry) && ', '}
        </>
      )}
      {why.rule && <>rule “{why.rule}”{why.entry && ', '}</>}
      {why.entry && <code>{why.entry}</code>}
    </p>
  );
}
