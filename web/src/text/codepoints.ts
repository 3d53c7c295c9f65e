// Offsets: the ledger counts Unicode code points, JavaScript strings count UTF-16 units.

/** Where each code point of `text` starts in UTF-16 units; one more entry than there are code points. */
export interface CodePoints {
  readonly text: string;
  readonly length: number;
  /** The part of the text between two code point offsets, end exclusive. Offsets outside the text are clamped. */
  slice(start: number, end: number): string;
}

const SURROGATE = /[\ud800-\udbff][\udc00-\udfff]/;

export function codePoints(text: string): CodePoints {
  // Most stories hold no character beyond the basic plane: there, both counts are the same.
  if (!SURROGATE.test(text)) {
    return { text, length: text.length, slice: (start, end) => text.slice(Math.max(0, start), Math.max(0, end)) };
  }
  const units: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) units.push(at);
  const length = units.length;
  units.push(text.length);
  const unit = (offset: number) => units[Math.min(Math.max(0, offset), length)]!;
  return { text, length, slice: (start, end) => text.slice(unit(start), Math.max(unit(start), unit(end))) };
}
