// Days, months or years under a chart.
import type { ScaleTime } from 'd3-scale';

const MONTH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function label(date: Date, first: boolean): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (day !== 1) return first ? `${day} ${MONTH[month]} ${year}` : `${day} ${MONTH[month]}`;
  return month === 0 ? String(year) : first ? `${MONTH[month]} ${year}` : MONTH[month]!;
}

interface Props {
  scale: ScaleTime<number, number>;
  y: number;
  width: number;
  height?: number; // of rules drawn upwards
}

export function TimeAxis({ scale, y, width, height = 0 }: Props) {
  // A tick in the middle of a day would stand for that day a second time.
  const whole = scale.ticks(Math.max(2, Math.floor(width / 88))).filter((date) => date.getTime() % 86_400_000 === 0);
  return (
    <g class="axis" transform={`translate(0 ${y})`} aria-hidden="true">
      <line x2={width} />
      {whole.map((date, i) => {
        const x = scale(date);
        const anchor = x < 24 ? 'start' : x > width - 24 ? 'end' : 'middle';
        return (
          <g key={date.getTime()} transform={`translate(${x} 0)`}>
            <line y1={-height} y2={4} class="tick" />
            <text y={15} text-anchor={anchor}>
              {label(date, i === 0)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
