// The whole span of the ledger in one strip, with the stretch that is looked at; dragging over it chooses another.
import { scaleLinear, scaleUtc } from 'd3-scale';
import { useMemo, useState } from 'preact/hooks';
import { pathOf } from '../api/paths';
import type { Timeline } from '../api/types';
import { useApi } from '../api/use';
import { allBins } from '../charts/bins';
import { useWidth } from '../parts/width';
import { charted } from '../state/ledger';
import { filters, narrow } from '../state/route';
import { addDays, isoDay, span, time } from '../text/dates';

const HEIGHT = 34;

export function TimeBrush() {
  const asked = useApi<Timeline>(pathOf('timeline', charted({ ...filters.value, since: '', until: '' })));
  const bins = useMemo(() => (asked.data ? allBins(asked.data) : []), [asked.data]);
  const [ref, width] = useWidth<HTMLDivElement>(900);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  if (bins.length < 2) return <div class="brush empty" ref={ref} />;
  const ends = [time(bins[0]!.start), time(addDays(bins.at(-1)!.end, 1))] as const;
  const x = scaleUtc(ends, [0, width]).clamp(true);
  const y = scaleLinear([0, Math.max(...bins.map((bin) => bin.total))], [0, HEIGHT - 4]);
  const { since, until } = filters.value;
  const chosen: [number, number] | null = drag ?? (since || until ? [since ? x(time(since)) : 0, until ? x(time(addDays(until, 1))) : width] : null);
  const place = (event: PointerEvent & { currentTarget: SVGElement }) =>
    Math.max(0, Math.min(width, event.clientX - event.currentTarget.getBoundingClientRect().left));
  const finish = () => {
    if (!drag) return;
    setDrag(null);
    const [left, right] = [Math.min(...drag), Math.max(...drag)];
    if (right - left < 4) return narrow({ since: '', until: '' });
    narrow({ since: isoDay(x.invert(left).getTime()), until: isoDay(x.invert(right).getTime() - 1) });
  };
  return (
    <div class="brush" ref={ref}>
      <svg
        width={width}
        height={HEIGHT}
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([place(event), place(event)]);
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], place(event)])}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(null)}
      >
        {bins.map(
          (bin) =>
            bin.total > 0 && (
              <rect
                key={bin.start}
                class="bar"
                x={x(time(bin.start))}
                width={Math.max(1, x(time(addDays(bin.end, 1))) - x(time(bin.start)) - 0.5)}
                y={HEIGHT - Math.max(1.5, y(bin.total))}
                height={Math.max(1.5, y(bin.total))}
              />
            ),
        )}
        <line class="base" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {chosen && (
          <>
            <rect class="outside" width={Math.min(...chosen)} height={HEIGHT} />
            <rect class="outside" x={Math.max(...chosen)} width={Math.max(0, width - Math.max(...chosen))} height={HEIGHT} />
            <rect class="chosen" x={Math.min(...chosen)} width={Math.max(1, Math.abs(chosen[1] - chosen[0]))} height={HEIGHT} />
          </>
        )}
      </svg>
      <p class="ends">
        <span>{span(bins[0]!.start, bins.at(-1)!.end)}</span>
        {(since || until) && (
          <button type="button" class="link" onClick={() => narrow({ since: '', until: '' })}>
            Show the whole span
          </button>
        )}
        {!since && !until && <span class="hint">Drag to choose a time</span>}
      </p>
    </div>
  );
}
