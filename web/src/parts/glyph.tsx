// The small signs of the page. Shape says the same as colour: a circle is with, a diamond against; hollow is said,
// filled is done.
import { quadOf, type Quad } from '../words';

const CIRCLE = 'M8 2.6a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8z';
const DIAMOND = 'M8 1.4 14.6 8 8 14.6 1.4 8z';
const SQUARE = 'M3 3h10v10H3z';

export function quadPath(quad: Quad): string {
  return quad === 'other' ? SQUARE : quad.endsWith('cooperation') ? CIRCLE : DIAMOND;
}

export function QuadGlyph({ quad, size = 12 }: { quad: Quad; size?: number }) {
  return (
    <svg class={`glyph quad ${quad}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path d={quadPath(quad)} />
    </svg>
  );
}

const SIGNS: { [kind: string]: string } = {
  statement: 'M2 4h5v5L4 13H2l2-4H2zm7 0h5v5l-3 4H9l2-4H9z',
  figure: 'M2 13.5h3V8H2zm4.5 0h3v-11h-3zm4.5 0h3V5.5h-3z',
  movement: 'M1 6.8h8.5V3.2L15 8l-5.5 4.8V9.2H1z',
  talks: 'M1.5 2.5h9v6.5H6l-2.5 2.5V9h-2zM12 5.5h2.5V12h-1.5v2.5L10.5 12H7v-1.5h5z',
  role: 'M8 2a3 3 0 1 1 0 6 3 3 0 1 1 0-6zM2.5 14c0-3 2.5-5 5.5-5s5.5 2 5.5 5z',
};

/** The sign of a record: an event's quarter, or the kind's own. */
export function Glyph({ kind, type, size = 12 }: { kind: string | undefined; type?: string | null; size?: number }) {
  if (kind === 'event') return <QuadGlyph quad={quadOf(type)} size={size} />;
  return (
    <svg class={`glyph kind ${kind}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path d={SIGNS[kind ?? ''] ?? SQUARE} />
    </svg>
  );
}
