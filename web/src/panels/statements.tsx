// Who said what lately, speaker by speaker.
import { listPath } from '../api/paths';
import type { Speaker } from '../api/types';
import { useApi } from '../api/use';
import { toRecord, ViewLink } from '../parts/links';
import { Answer, Nothing } from '../parts/message';
import { Panel } from '../parts/panel';
import { Caveats } from '../parts/record_line';
import { filters, narrow } from '../state/route';
import { longDay } from '../text/dates';
import { actorName } from '../text/describe';
import { SECTORS } from '../words';

export function StatementsPanel() {
  const asked = useApi<{ items: Speaker[] }>(listPath('speakers', filters.value, { per: '3', limit: '20' }));
  return (
    <Panel name="Latest statements" class="statements">
      <Answer of={asked} what="statements">
        {({ items }) =>
          items.length === 0 ? (
            <Nothing what="statements" />
          ) : (
            <div class="scroll" tabIndex={0} role="region" aria-label="Statements by speaker">
              {items.map((speaker, i) => (
                <SpeakerBlock key={i} speaker={speaker} />
              ))}
            </div>
          )
        }
      </Answer>
    </Panel>
  );
}

function SpeakerBlock({ speaker: { actor, statements } }: { speaker: Speaker }) {
  const name = actorName(actor);
  const whence = [actor.country, SECTORS[actor.sector ?? '']].filter(Boolean).join(', ');
  return (
    <article class="speaker">
      <h3>
        <button type="button" class="name" onClick={() => narrow({ involving: [name] })} title={`Show only what involves ${name}`}>
          {name}
        </button>
        {whence && <small>{whence}</small>}
      </h3>
      <ul>
        {statements.map((statement) => (
          <li key={statement.id}>
            <ViewLink to={toRecord(statement.story?.id ?? '', statement.id)}>
              <q class="said">{statement.content.text}</q>{' '}
              <span class="under">
                <time dateTime={statement.day}>{longDay(statement.day)}</time>
                <Caveats record={statement} />
                <span class="source">{statement.story?.source}</span>
              </span>
            </ViewLink>
          </li>
        ))}
      </ul>
    </article>
  );
}
