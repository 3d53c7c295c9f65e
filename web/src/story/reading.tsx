// A text and its records side by side: what the story view and "try it" share.
import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Record as LedgerRecord } from '../api/types';
import { Glyph } from '../parts/glyph';
import { count } from '../text/numbers';
import { type Kind, KINDS } from '../words';
import { Note } from './note';
import { anchors } from './spans';
import { useSteps } from './steps';
import { MarkedText } from './text';

interface Props {
  text: string;
  records: readonly LedgerRecord[];
  /** The id of the record to show first. */
  record?: string;
  /** Told which record the reader opened. */
  opened?: (record: LedgerRecord | undefined) => void;
  /** Below an open record. */
  below?: (record: LedgerRecord) => ComponentChildren;
}

const NAMES: { [kind in Kind]: string } = { event: 'Events', statement: 'Statements', figure: 'Figures', movement: 'Movements', talks: 'Talks', role: 'Roles' };

const place = (record: LedgerRecord) => anchors(record)[0]!.start;

export function Reading({ text, records: unsorted, record: wanted = '', opened, below }: Props) {
  const records = useMemo(() => [...unsorted].sort((a, b) => place(a) - place(b)), [unsorted]);
  const first = useMemo(() => (wanted ? records.findIndex(({ id }) => id === wanted) : -1), [records, wanted]);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [active, setActive] = useState(first);
  const [held, setHeld] = useState(first >= 0);
  const shown = useMemo(() => records.filter((record) => !hidden.includes(record.kind ?? '')), [records, hidden]);

  // The address names the open record, and the reader's own choice comes back through it. Only a record that the address
  // names by itself is gone to; and at once, before the next key, which would else be undone.
  const chosen = useRef('');
  useLayoutEffect(() => {
    if (wanted === chosen.current) return;
    chosen.current = wanted;
    if (first < 0) return;
    setHidden([]);
    setActive(first);
    setHeld(true);
    requestAnimationFrame(() => {
      show(`note-${first}`, 'nearest');
      show(`mark-${first}`, 'center');
    });
  }, [first, wanted, text]);

  // Pointing at a record shows it; opening it holds it until another is opened.
  const look = useCallback((index: number) => !held && setActive(index), [held]);
  const open = useCallback(
    (index: number) => {
      setActive(index);
      setHeld(index >= 0);
      chosen.current = shown[index]?.id ?? '';
      opened?.(shown[index]);
      if (index < 0) return;
      show(`mark-${index}`, 'nearest');
      requestAnimationFrame(() => show(`note-${index}`, 'nearest'));
      document.getElementById(`mark-${index}`)?.focus({ preventScroll: true });
    },
    [shown, opened],
  );
  useSteps(shown.length, active, open);

  const toggle = (kind: string) => {
    setHidden(hidden.includes(kind) ? hidden.filter((other) => other !== kind) : [...hidden, kind]);
    setActive(-1);
    setHeld(false);
  };
  const kinds = KINDS.filter((kind) => records.some((record) => record.kind === kind));
  return (
    <div class="reading">
      <div class="column">
        {kinds.length > 1 && (
          <div class="choice wrap kinds" role="group" aria-label="Kinds of record to mark">
            {kinds.map((kind) => (
              <button key={kind} type="button" class={kind} aria-pressed={!hidden.includes(kind)} onClick={() => toggle(kind)}>
                <Glyph kind={kind} /> {NAMES[kind]} <span class="n">{records.filter((record) => record.kind === kind).length}</span>
              </button>
            ))}
          </div>
        )}
        <MarkedText text={text} records={shown} active={active} look={look} open={open} />
      </div>
      <section class="notes" aria-label="Records of this story">
        <p class="keys">
          {count(shown.length, 'record')}{' '}
          <span>
            <kbd>j</kbd> next, <kbd>k</kbd> back, <kbd>Esc</kbd> none
          </span>
        </p>
        <ol class="scroll" tabIndex={0} aria-label="Records in the order of the text">
          {shown.map((record, i) => (
            <Note key={record.id ?? i} index={i} record={record} active={i === active} look={look} open={(index) => open(index === active && held ? -1 : index)}>
              {below?.(record)}
            </Note>
          ))}
        </ol>
      </section>
    </div>
  );
}

function show(id: string, block: ScrollLogicalPosition): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.getElementById(id)?.scrollIntoView({ block, behavior: calm ? 'instant' : 'smooth' });
}
