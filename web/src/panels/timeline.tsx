// Events of each type over time: a row a type, a sign a stretch of time, its area the number of events.
import { scaleSqrt, scaleUtc } from 'd3-scale';
import { useMemo, useState } from 'preact/hooks';
import { pathOf } from '../api/paths';
import type { Timeline } from '../api/types';
import { useApi } from '../api/use';
import { allBins, type Bin, countsText, type TypeRow, typeRows } from '../charts/bins';
import { TimeAxis } from '../charts/time_axis';
import { QuadGlyph, quadPath } from '../parts/glyph';
import { Answer, Nothing } from '../parts/message';
import { Panel } from '../parts/panel';
import { useWidth } from '../parts/width';
import { charted } from '../state/ledger';
import { filters, narrow } from '../state/route';
import { toggled } from '../state/url';
import { addDays, type Step, stepName, time } from '../text/dates';
import { compact, count } from '../text/numbers';
import { QUADS, TYPES } from '../words';
import { TimeBrush } from './brush';

const ROW = 24;
const LABEL = 132;

export function TimelinePanel() {
  const asked = useApi<Timeline>(pathOf('timeline', charted(filters.value)));
  return (
    <Panel
      name="Events by type"
      class="timeline"
      note={asked.data && `${count(asked.data.total, 'event')}, by ${asked.data.bin}`}
      tools={<Legend />}
    >
      <TimeBrush />
      <Answer of={asked} what="events">
        {(timeline) => (timeline.total === 0 ? <Nothing what="events" /> : <Matrix timeline={timeline} />)}
      </Answer>
    </Panel>
  );
}

function Legend() {
  return (
    <ul class="legend">
      {QUADS.map(({ quad, name }) => (
        <li key={quad}>
          <QuadGlyph quad={quad} /> {name}
        </li>
      ))}
    </ul>
  );
}

function Matrix({ timeline }: { timeline: Timeline }) {
  const bins = useMemo(() => allBins(timeline), [timeline]);
  const rows = useMemo(() => typeRows(bins), [bins]);
  const [ref, full] = useWidth<HTMLDivElement>(900);
  const [at, setAt] = useState<number | null>(null);
  const width = full - LABEL;
  const first = bins[0]!.start;
  const x = scaleUtc([time(first), time(addDays(bins.at(-1)!.end, 1))], [0, width]);
  const middle = (bin: Bin) => (x(time(bin.start)) + x(time(addDays(bin.end, 1)))) / 2;
  const most = Math.max(...bins.flatMap((bin) => Object.values(bin.counts)));
  const radius = scaleSqrt([0, most], [0, most > 3 ? 12 : 8]);
  const show = at === null ? null : bins[Math.min(at, bins.length - 1)]!;
  const open = (bin: Bin) => narrow({ since: bin.start, until: bin.end });
  const keys = (event: KeyboardEvent) => {
    const now = at ?? bins.length - 1;
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: bins.length - 1 }[event.key];
    if (to !== undefined) setAt(Math.max(0, Math.min(bins.length - 1, to)));
    else if (event.key === 'Enter' && show) open(show);
    else return;
    event.preventDefault();
  };
  const pointed = (event: PointerEvent & { currentTarget: SVGElement }) => {
    const day = x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left).getTime();
    const found = bins.findIndex((bin) => day < time(addDays(bin.end, 1)));
    setAt(found < 0 ? bins.length - 1 : found);
  };
  return (
    <div class="matrix" ref={ref}>
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.type}>
            <TypeButton row={row} />
          </li>
        ))}
      </ul>
      <svg
        width={width}
        height={rows.length * ROW + 20}
        role="slider"
        tabIndex={0}
        aria-label="Events over time. Arrow keys move, Enter narrows to that time."
        aria-valuemin={0}
        aria-valuemax={bins.length - 1}
        aria-valuenow={at ?? bins.length - 1}
        aria-valuetext={valueText(show ?? bins.at(-1)!, timeline.bin as Step)}
        onKeyDown={keys}
        onFocus={() => at === null && setAt(bins.length - 1)}
        onBlur={() => setAt(null)}
        onPointerMove={pointed}
        onPointerLeave={() => setAt(null)}
        onClick={() => show && open(show)}
      >
        {show && <rect class="cursor" x={x(time(show.start))} width={x(time(addDays(show.end, 1))) - x(time(show.start))} y={0} height={rows.length * ROW} />}
        {rows.map((row, i) => (
          <g key={row.type} class={`quad ${row.quad}`} transform={`translate(0 ${i * ROW + ROW / 2})`}>
            <line class="rule" x2={width} />
            {bins.map((bin) => bin.counts[row.type] && <Bubble key={bin.start} row={row} x={middle(bin)} r={Math.max(1.6, radius(bin.counts[row.type]!))} />)}
          </g>
        ))}
        <TimeAxis scale={x} y={rows.length * ROW} width={width} />
      </svg>
      <p class="readout" aria-hidden="true">
        {show ? valueText(show, timeline.bin as Step) : 'Point at a time to read it; click to narrow to it; click a type to follow it.'}
      </p>
    </div>
  );
}

function Bubble({ row, x, r }: { row: TypeRow; x: number; r: number }) {
  return <path d={quadPath(row.quad)} transform={`translate(${x} 0) scale(${r / 6}) translate(-8 -8)`} vector-effect="non-scaling-stroke" />;
}

function TypeButton({ row }: { row: TypeRow }) {
  const on = filters.value.type.includes(row.type);
  return (
    <button
      type="button"
      class="type"
      aria-pressed={on}
      title={TYPES[row.type]?.says}
      disabled={!row.type}
      onClick={() => narrow(toggled(filters.value, 'type', row.type))}
    >
      <QuadGlyph quad={row.quad} />
      <span>{row.type || 'no type'}</span>
      <span class="n">{compact(row.total)}</span>
    </button>
  );
}

function valueText(bin: Bin, step: Step): string {
  const when = stepName(bin.start, step);
  return bin.total === 0 ? `${when}: no events` : `${when}: ${count(bin.total, 'event')} (${countsText(bin.counts, 6)})`;
}
