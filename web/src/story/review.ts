// A reviewer's corrections: what a form says, as the change that the ledger keeps.
import type { Actor, Changes, Record as LedgerRecord } from '../api/types';

export interface Draft {
  type: string;
  mode: string;
  actor: string; // a line an actor: "Name, COUNTRY, SECTOR"
  recipient: string;
  start: string;
  end: string;
  factuality: string;
}

/** The actors that a correction's `actor` stands for: whoever acts, speaks, moves or takes part. */
function leading(record: LedgerRecord): Actor[] {
  switch (record.kind) {
    case 'event':
      return record.actor ?? [];
    case 'statement':
      return record.speaker ? [record.speaker] : [];
    case 'movement':
      return record.who ?? [];
    case 'talks':
      return record.parties ?? [];
    default:
      return [];
  }
}

export function hasActors(record: LedgerRecord): boolean {
  return record.kind !== 'figure' && record.kind !== 'role';
}

export function writeActors(actors: readonly Actor[]): string {
  return actors.map(({ name, text, country, sector }) => [name ?? text ?? '', country ?? '', sector ?? ''].join(', ').replace(/(, )+$/, '')).join('\n');
}

const CODE = /^[A-Z]{3}$/;

/** Reads lines "Name, COUNTRY, SECTOR" from the right: a name may hold commas, codes are three capitals. */
export function readActors(lines: string): { name: string; country?: string; sector?: string }[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const pieces = line.split(',').map((piece) => piece.trim());
      const codes: string[] = [];
      while (pieces.length > 1 && codes.length < 2 && (CODE.test(pieces.at(-1)!) || pieces.at(-1) === '')) codes.unshift(pieces.pop()!);
      const [country, sector] = codes.length === 1 && SECTOR.has(codes[0]!) ? ['', codes[0]!] : codes;
      return { name: pieces.join(', '), ...(country && { country }), ...(sector && { sector }) };
    });
}

const SECTOR = new Set('GOV LEG JUD MIL COP SPY PTY OPP REB CRM BUS MED EDU REL LAB NGO IGO REF CVL'.split(' '));

export function draftOf(record: LedgerRecord): Draft {
  const event = record.kind === 'event' ? record : null;
  const fix = record.review?.verdict === 'fixed' ? record.review.changes : undefined;
  const when = fix && 'when' in fix ? fix.when : record.when;
  return {
    type: fix?.type ?? event?.type ?? '',
    mode: fix && 'mode' in fix ? (fix.mode ?? '') : (event?.mode ?? ''),
    actor: writeActors(fix?.actor ?? leading(record)),
    recipient: writeActors(fix?.recipient ?? event?.recipient ?? []),
    start: when?.start ?? '',
    end: when?.end ?? '',
    factuality: fix?.factuality ?? record.factuality,
  };
}

/** What `draft` changes of the record as the program read it; null where that is nothing. */
export function changesOf(record: LedgerRecord, draft: Draft): Changes | null {
  const was = draftOf({ ...record, review: undefined } as LedgerRecord);
  const changes: Changes = {};
  if (record.kind === 'event') {
    if (draft.type && draft.type !== was.type) changes.type = draft.type;
    if (draft.mode !== was.mode) changes.mode = draft.mode || null;
    if (draft.recipient.trim() !== was.recipient) changes.recipient = readActors(draft.recipient);
  }
  if (hasActors(record) && draft.actor.trim() !== was.actor) changes.actor = readActors(draft.actor);
  if (draft.start !== was.start || draft.end !== was.end) {
    const [start, end] = [draft.start || draft.end, draft.end || draft.start].sort();
    changes.when = start && end ? { start, end } : null;
  }
  if (draft.factuality !== was.factuality) changes.factuality = draft.factuality as Changes['factuality'];
  return Object.keys(changes).length > 0 ? changes : null;
}
