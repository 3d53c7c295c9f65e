// Negotiations with where they stand, and how they came there.
import { listPath } from '../api/paths';
import type { Negotiation } from '../api/types';
import { useApi } from '../api/use';
import { toRecord, ViewLink } from '../parts/links';
import { Answer, Nothing } from '../parts/message';
import { Panel } from '../parts/panel';
import { filters } from '../state/route';
import { longDay } from '../text/dates';
import { names } from '../text/describe';
import { STATUSES } from '../words';

export function TalksPanel() {
  const asked = useApi<{ items: Negotiation[] }>(listPath('negotiations', filters.value, { limit: '20' }));
  return (
    <Panel name="Talks" class="talks">
      <Answer of={asked} what="talks">
        {({ items }) =>
          items.length === 0 ? (
            <Nothing what="talks" />
          ) : (
            <ul class="scroll" tabIndex={0} aria-label="Talks, newest first">
              {items.map((one, i) => (
                <NegotiationBlock key={i} of={one} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}

function NegotiationBlock({ of: { parties, mediator, subject, status, obstacle, day, records } }: { of: Negotiation }) {
  const newest = records[0];
  const past = [...records].reverse();
  return (
    <li class="negotiation">
      <ViewLink to={toRecord(newest?.story?.id ?? '', newest?.id)}>
        <span class={`status ${status}`}>{STATUSES[status] ?? status}</span>
        <b>{names(parties) || 'Parties not named'}</b>
        {subject && <span class="aside"> on {subject}</span>}
        {obstacle && <span class="obstacle">In the way: {obstacle}</span>}
        {mediator && mediator.length > 0 && <span class="aside"> through {names(mediator)}</span>}
        {day && <time dateTime={day}>{longDay(day)}</time>}
      </ViewLink>
      {past.length > 1 && (
        <ol class="path" aria-label="How these talks went">
          {past.map((record) => (
            <li key={record.id}>
              <ViewLink
                to={toRecord(record.story?.id ?? '', record.id)}
                class={`step ${record.status}`}
                label={`${STATUSES[record.status] ?? record.status}, ${longDay(record.day)}`}
              >
                {STATUSES[record.status] ?? record.status}
              </ViewLink>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
