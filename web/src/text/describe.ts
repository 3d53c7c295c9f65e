// Records in words: names, values and one plain line, for lists, labels and screen readers.
import type { Actor, Figure, Place, Record as LedgerRecord, SeriesPoint } from '../api/types';
import { MEASURES, STATUSES } from '../words';
import { number } from './numbers';

export function actorName(actor: Actor | null | undefined): string {
  return actor?.name || actor?.text || 'someone';
}

/** "Norway", "Norway and Egypt", "Norway, Egypt and Qatar". */
export function names(actors: readonly Actor[] | null | undefined): string {
  const list = (actors ?? []).map(actorName);
  return list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}

export function placeName(place: Place | null | undefined): string {
  return place?.name || place?.text || '';
}

type Valued = Pick<Figure | SeriesPoint, 'low' | 'high' | 'qualifier'>;

/** "about 30", "at least 2,000", "30–40". */
export function valueText({ low, high, qualifier }: Valued): string {
  const [one, other] = [low ?? high, high ?? low];
  if (one == null || other == null) return 'an unknown number';
  const value = one === other ? number(one) : `${number(one)}–${number(other)}`;
  const before: { [name: string]: string } = {
    about: 'about ',
    at_least: 'at least ',
    at_most: 'at most ',
    more_than: 'more than ',
    less_than: 'less than ',
  };
  return (before[qualifier] ?? '') + value;
}

export function unitText(unit: string | null | undefined, per: string | null | undefined): string {
  const name = !unit || unit === 'count' ? '' : unit === 'percent' ? '%' : ` ${unit}`;
  return name + (per ? ` a ${per}` : '');
}

/** What a record says, in one line without its date and story. */
export function describe(record: LedgerRecord): string {
  switch (record.kind) {
    case 'event': {
      const [who, whom] = [names(record.actor), names(record.recipient)];
      const type = record.type ? `${record.type}${record.mode ? `/${record.mode}` : ''}` : 'event';
      const parties = who && whom ? `${who} → ${whom}` : who || (whom ? `→ ${whom}` : '');
      return `${type} “${record.trigger.text}”${parties ? `: ${parties}` : ''}`;
    }
    case 'statement':
      return `${actorName(record.speaker)}: “${record.content.text}”`;
    case 'figure':
      return `${valueText(record)}${unitText(record.unit, record.per)} ${record.of ?? MEASURES[record.measure ?? ''] ?? ''}`.trim();
    case 'movement': {
      const [from, to] = [placeName(record.from), placeName(record.to)];
      return `${names(record.who) || 'someone'}${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}`;
    }
    case 'talks':
      return `${names(record.parties) || 'Talks'}: ${(STATUSES[record.status] ?? record.status).toLowerCase()}${record.subject ? `, on ${record.subject}` : ''}`;
    case 'role':
      return `${record.person}, ${record.title}${record.of ? `, ${actorName(record.of)}` : ''}`;
    default:
      return 'a record of a kind that this page does not know';
  }
}
