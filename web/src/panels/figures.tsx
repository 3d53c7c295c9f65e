// Figures over time: every source's value, with its range where it gives one.
import { scaleLinear, scaleSymlog, scaleUtc } from 'd3-scale';
import { symbol } from 'd3-shape';
import { useMemo, useState } from 'preact/hooks';
import { pathOf } from '../api/paths';
import type { Series, SeriesPoint } from '../api/types';
import { useApi } from '../api/use';
import { legend, SIGNS, sourceOf, sources } from '../charts/sources';
import { TimeAxis } from '../charts/time_axis';
import { toRecord, ViewLink } from '../parts/links';
import { Answer, Nothing } from '../parts/message';
import { Panel, Toggle } from '../parts/panel';
import { useWidth } from '../parts/width';
import { charted } from '../state/ledger';
import { filters, follow, go, href } from '../state/route';
import { addDays, longDay, time } from '../text/dates';
import { unitText, valueText } from '../text/describe';
import { compact } from '../text/numbers';
import { MEASURES } from '../words';

const HEIGHT = 250;
const LEFT = 46;
const keyOf = (series: Series) => `${series.measure} ${series.unit} ${series.per ?? ''}`;

function title({ measure, unit, per }: Series): string {
  const unitName = unitText(unit, per).trim();
  return `${MEASURES[measure] ?? measure.replaceAll('_', ' ')}${unitName ? `, ${unitName}` : ''}`;
}

export function FiguresPanel() {
  const asked = useApi<{ items: Series[] }>(pathOf('series', charted(filters.value), { limit: '300' }));
  const [key, setKey] = useState('');
  const [asList, setAsList] = useState(false);
  return (
    <Panel
      name="Figures"
      class="figures"
      tools={
        <Toggle on={asList} set={setAsList}>
          As a list
        </Toggle>
      }
    >
      <Answer of={asked} what="figures">
        {({ items }) => {
          const series = items.find((one) => keyOf(one) === key) ?? items[0];
          if (!series) return <Nothing what="figures that have a measure" />;
          return (
            <>
              <div class="choice wrap" role="group" aria-label="Measure">
                {items.map((one) => (
                  <button key={keyOf(one)} type="button" aria-pressed={one === series} onClick={() => setKey(keyOf(one))}>
                    {title(one)} <span class="n">{compact(one.figures)}</span>
                  </button>
                ))}
              </div>
              {asList ? <Table series={series} /> : <Chart key={keyOf(series)} series={series} />}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}

const low = (point: SeriesPoint) => point.low ?? point.high ?? 0;
const high = (point: SeriesPoint) => point.high ?? point.low ?? 0;

function Chart({ series }: { series: Series }) {
  const [ref, width] = useWidth<HTMLDivElement>(560);
  const [near, setNear] = useState<SeriesPoint | null>(null);
  const points = series.points;
  const from = useMemo(() => sources(points), [points]);
  const sign = new Map(from.map((source) => [source.name, source.sign]));
  const days = points.map((point) => point.day).sort();
  const inner = width - LEFT - 12;
  const x = scaleUtc([time(addDays(days[0]!, -2)), time(addDays(days.at(-1)!, 3))], [0, inner]);
  const most = Math.max(1, ...points.map(high));
  const least = Math.min(...points.map(low).filter((value) => value > 0));
  // Tolls of 3 and of 30,000 in one chart: a scale by magnitude shows both.
  const steep = most / Math.max(1, least) > 400;
  const y = (steep ? scaleSymlog().constant(Math.max(1, least)) : scaleLinear()).domain([0, most * 1.06]).range([HEIGHT, 8]);
  const ticks = steep ? magnitudes(least, most) : y.ticks(5);
  return (
    <>
      <div class="chart" ref={ref}>
        <svg width={width} height={HEIGHT + 22} role="group" aria-label={`${title(series)} over time, ${points.length} figures`}>
          <g transform={`translate(${LEFT} 0)`}>
            {ticks.map((tick) => (
              <g key={tick} class="axis" transform={`translate(0 ${y(tick)})`} aria-hidden="true">
                <line class="tick" x2={inner} />
                <text x={-6} y={3} text-anchor="end">
                  {compact(tick)}
                </text>
              </g>
            ))}
            <TimeAxis scale={x} y={HEIGHT} width={inner} />
            {points.map((point) => (
              <Point
                key={point.id}
                point={point}
                sign={sign.get(sourceOf(point))!}
                at={[x(time(point.day)), y(low(point)), y(high(point))]}
                label={`${valueText(point)} ${point.of}, ${sourceOf(point)}, ${longDay(point.day)}`}
                setNear={setNear}
              />
            ))}
          </g>
        </svg>
      </div>
      <p class="readout">{near ? <Reading point={near} series={series} /> : steep ? 'The scale is by magnitude.' : 'Point at a figure to read it; click to see the sentence it came from.'}</p>
      <ul class="legend sources">
        {legend(from).map(({ sign: i, name }) => (
          <li key={name}>
            <svg class={`source-sign s${i}`} viewBox="-8 -8 16 16" width="12" height="12" aria-hidden="true">
              <path d={symbol(SIGNS[i], 90)()!} />
            </svg>{' '}
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

function magnitudes(least: number, most: number): number[] {
  const out = [0];
  for (let value = 10 ** Math.floor(Math.log10(Math.max(1, least))); value <= most * 1.06; value *= 10) out.push(value);
  return out;
}

interface PointProps {
  point: SeriesPoint;
  sign: number;
  at: [x: number, low: number, high: number];
  label: string;
  setNear: (point: SeriesPoint | null) => void;
}

/** A value as its source's sign; a range as a bar; an open end as an arrow that says where it is open. */
function Point({ point, sign, at: [x, yLow, yHigh], label, setNear }: PointProps) {
  const to = toRecord(point.story.id, point.id);
  const openUp = point.high == null || point.qualifier === 'at_least' || point.qualifier === 'more_than';
  const openDown = point.low == null || point.qualifier === 'at_most' || point.qualifier === 'less_than';
  const middle = (yLow + yHigh) / 2;
  return (
    <a
      class={`point s${sign} ${point.factuality === 'actual' ? '' : 'unsure'}`}
      href={href(to)}
      aria-label={label}
      onClick={(event) => follow(event as unknown as MouseEvent, to)}
      onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), go(to))}
      onPointerEnter={() => setNear(point)}
      onPointerLeave={() => setNear(null)}
      onFocus={() => setNear(point)}
      onBlur={() => setNear(null)}
    >
      <g transform={`translate(${x} 0)`}>
        {yLow !== yHigh && <path class="range" d={`M-3 ${yLow}h6M0 ${yLow}V${yHigh}M-3 ${yHigh}h6`} />}
        {openUp && <path class="range" d={`M0 ${yHigh}v-14m-3 4l3 -4l3 4`} />}
        {openDown && <path class="range" d={`M0 ${yLow}v14m-3 -4l3 4l3 -4`} />}
        <circle class="hit" cy={middle} r={11} />
        <path class="sign" d={symbol(SIGNS[sign], 64)()!} transform={`translate(0 ${middle})`} />
      </g>
    </a>
  );
}

function Reading({ point, series }: { point: SeriesPoint; series: Series }) {
  return (
    <>
      <b>
        {valueText(point)}
        {unitText(series.unit, series.per)}
      </b>{' '}
      {point.of}, {longDay(point.day)}
      {point.where && `, ${point.where}`}: {sourceOf(point)}
      {point.factuality !== 'actual' && ` (${point.factuality})`}
    </>
  );
}

function Table({ series }: { series: Series }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={title(series)}>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" class="n">
              Value
            </th>
            <th scope="col">Of what</th>
            <th scope="col">Who says so</th>
          </tr>
        </thead>
        <tbody>
          {[...series.points].reverse().map((point) => (
            <tr key={point.id}>
              <th scope="row">{longDay(point.day)}</th>
              <td class="n">
                <ViewLink to={toRecord(point.story.id, point.id)}>{valueText(point)}</ViewLink>
              </td>
              <td>{point.of}</td>
              <td>{sourceOf(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
