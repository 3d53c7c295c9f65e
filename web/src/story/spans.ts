// Which words of the story belong to a record: those that mark it, and each part of it with its name.
import type { Actor, Place, Record as LedgerRecord, Words } from '../api/types';

export interface Part {
  start: number;
  end: number;
  name: string; // "actor", "recipient", "trigger", ...
}

interface Located {
  start?: number;
  end?: number;
}

/** The words by which a record is marked in the text: an event's trigger, what was said, else what made the record. */
export function anchors(record: LedgerRecord): Words[] {
  if (record.kind === 'event') return [record.trigger];
  if (record.kind === 'statement') return [record.content];
  const words = record.why?.words ?? [];
  return words.length > 0 ? words : [record.evidence];
}

/** Every part of a record that has words in the story, the evidence left out. */
export function parts(record: LedgerRecord): Part[] {
  const out: Part[] = [];
  const add = (name: string, where: Located | null | undefined) => {
    if (where?.start != null && where.end != null && where.start < where.end) out.push({ start: where.start, end: where.end, name });
  };
  const all = (name: string, list: readonly (Actor | Place)[] | null | undefined) => list?.forEach((one) => add(name, one));
  for (const words of anchors(record)) add(ANCHOR[record.kind ?? ''] ?? 'words', words);
  switch (record.kind) {
    case 'event':
      all('actor', record.actor);
      all('recipient', record.recipient);
      break;
    case 'statement':
      add('speaker', record.speaker);
      add('cue', record.cue);
      all('addressee', record.addressee);
      break;
    case 'movement':
      all('who', record.who);
      add('from', record.from);
      add('to', record.to);
      break;
    case 'talks':
      all('party', record.parties);
      all('mediator', record.mediator);
      break;
    case 'role':
      add('of', record.of);
      break;
  }
  add('where', record.where);
  add('said by', record.attributed_to);
  return out;
}

const ANCHOR: { [kind: string]: string } = {
  event: 'act',
  statement: 'said',
  figure: 'number',
  movement: 'movement',
  talks: 'talks',
  role: 'title',
};
