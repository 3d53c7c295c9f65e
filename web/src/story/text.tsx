// A story's text with its records marked in place. Each record's mark starts with a small number, as a footnote's, so that
// keys and screen readers reach it; lines under the words show how far it goes.
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Record as LedgerRecord } from '../api/types';
import { codePoints } from '../text/codepoints';
import { describe } from '../text/describe';
import { quadOf } from '../words';
import { type Mark, type Segment, segments } from './marks';
import { anchors, parts } from './spans';
import { byKey } from './steps';

interface Props {
  text: string;
  records: readonly LedgerRecord[];
  /** The record that is looked at, by its place in `records`; -1 for none. */
  active: number;
  look: (index: number) => void;
  open: (index: number) => void;
}

export function MarkedText({ text, records, active, look, open }: Props) {
  const points = useMemo(() => codePoints(text), [text]);
  const marks = useMemo<Mark[]>(() => records.flatMap((record, i) => anchors(record).map(({ start, end }) => ({ record: i, start, end }))), [records]);
  const shown = records[active];
  // The parts of the record that is looked at are edges too, so that they can be named in place.
  const cut = useMemo(() => {
    const more = shown ? [...parts(shown), { ...shown.evidence, name: 'evidence' }] : [];
    return { segments: segments(points.length, marks, more.flatMap(({ start, end }) => [start, end])), more };
  }, [points, marks, shown]);
  const first = new Set<number>();
  return (
    <div class="story-text" lang="en">
      {cut.segments.map((segment) => {
        const here = segment.marks;
        const starts = segment.starts.filter((record) => !first.has(record) && first.add(record));
        const named = cut.more.filter((part) => part.start <= segment.start && part.end >= segment.end);
        const part = named.find(({ name }) => name !== 'evidence');
        return (
          <span key={segment.start}>
            {starts.map((record) => (
              <NoteButton key={record} index={record} record={records[record]!} active={record === active} look={look} open={open} />
            ))}
            <span
              class={[here.length > 0 && 'mark', named.length > 0 && 'evidence', part && 'part', here.some((mark) => mark.record === active) && 'active'].filter(Boolean).join(' ') || undefined}
              style={here.length > 0 ? lines(here, records) : undefined}
              data-part={part && part.start === segment.start ? part.name : undefined}
              onPointerEnter={(event) => here.length > 0 && event.pointerType === 'mouse' && look(innermost(here, records))}
              onClick={() => here.length > 0 && open(innermost(here, records))}
            >
              {points.slice(segment.start, segment.end)}
            </span>
          </span>
        );
      })}
    </div>
  );
}

/** Of records marked at one place, the one with the fewest words: the others can be reached beside it. */
function innermost(here: Segment['marks'], records: readonly LedgerRecord[]): number {
  const size = (index: number) => anchors(records[index]!).reduce((sum, { start, end }) => sum + end - start, 0);
  return here.reduce((best, mark) => (size(mark.record) < size(best) ? mark.record : best), here[0]!.record);
}

function NoteButton({ index, record, active, look, open }: { index: number; record: LedgerRecord; active: boolean } & Pick<Props, 'look' | 'open'>) {
  return (
    <a
      href={`#note-${index}`}
      id={`mark-${index}`}
      class={`note-mark ${colourOf(record)}`}
      aria-label={`Record ${index + 1}, ${record.kind}: ${describe(record)}`}
      aria-current={active || undefined}
      onFocus={(event) => byKey(event) && look(index)}
      onClick={(event) => (event.preventDefault(), open(index))}
    >
      {index + 1}
    </a>
  );
}

/** The class that gives a record its colour: an event's quarter, or its kind. */
export function colourOf(record: LedgerRecord): string {
  return record.kind === 'event' ? quadOf(record.type) : (record.kind ?? 'other');
}

// How the line under the words is drawn: kinds differ by pattern as well as by colour.
const PATTERN: { [kind: string]: (colour: string) => string } = {
  event: (colour) => `linear-gradient(${colour}, ${colour})`,
  statement: (colour) => `repeating-linear-gradient(90deg, ${colour} 0 1.5px, transparent 1.5px 4px)`,
  figure: (colour) => `repeating-linear-gradient(90deg, ${colour} 0 8px, transparent 8px 10px)`,
  movement: (colour) => `repeating-linear-gradient(90deg, ${colour} 0 5px, transparent 5px 9px)`,
  talks: (colour) => `repeating-linear-gradient(90deg, ${colour} 0 7px, transparent 7px 9px, ${colour} 9px 10.5px, transparent 10.5px 12.5px)`,
  role: (colour) => `repeating-linear-gradient(90deg, ${colour} 0 2px, transparent 2px 8px)`,
};
const LANES = 4; // more records than that at one place share the last line

/** Lines under the words, one a record, as backgrounds: they wrap with the words. */
function lines(here: Segment['marks'], records: readonly LedgerRecord[]): JSX.CSSProperties {
  const images = here.map(({ record }) => {
    const pattern = PATTERN[records[record]!.kind ?? ''] ?? PATTERN.event!;
    return pattern(`var(--${colourOf(records[record]!)})`);
  });
  const places = here.map(({ lane }) => `0 calc(100% - ${(LANES - 1 - Math.min(lane, LANES - 1)) * 3}px)`);
  // The last layer is empty: by it, a tint of the words ends where the lines begin.
  const clips = [...images.map(() => 'border-box'), 'content-box'];
  return { backgroundImage: [...images, 'none'].join(', '), backgroundPosition: [...places, '0 0'].join(', '), backgroundClip: clips.join(', ') };
}
