// Where the records of a story are marked in its text: overlapping marks become segments that know all their records.

/** Words that belong to a record, by code point offsets, end exclusive. */
export interface Mark {
  record: number; // index into the story's records
  start: number;
  end: number;
}

export interface Segment {
  start: number;
  end: number;
  /** The records marked here, each with the line it is drawn on: 0 is nearest to the words. */
  marks: { record: number; lane: number }[];
  /** The records whose mark starts here, in the order of the story. */
  starts: number[];
}

/**
 * Cuts a text of `length` code points at every edge of a mark. Marks that overlap get different lanes, the longer one
 * the lower number (interval partitioning: sorted by start, each takes the first lane that is free). `cuts` are further
 * offsets to cut at.
 */
export function segments(length: number, marks: readonly Mark[], cuts: readonly number[] = []): Segment[] {
  const placed = marks
    .map((mark) => ({ record: mark.record, start: Math.max(0, mark.start), end: Math.min(length, mark.end), lane: 0 }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.record - b.record);
  const free: number[] = []; // the offset from which each lane is free
  for (const mark of placed) {
    let lane = free.findIndex((from) => from <= mark.start);
    if (lane < 0) lane = free.length;
    free[lane] = mark.end;
    mark.lane = lane;
  }
  const inside = cuts.filter((cut) => cut > 0 && cut < length);
  const edges = [...new Set([0, length, ...inside, ...placed.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  const out: Segment[] = [];
  let open: typeof placed = [];
  let coming = 0;
  for (let i = 0; i + 1 < edges.length; ++i) {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    open = open.filter((mark) => mark.end > start);
    const starts: number[] = [];
    while (coming < placed.length && placed[coming]!.start === start) {
      open.push(placed[coming]!);
      starts.push(placed[coming]!.record);
      ++coming;
    }
    starts.sort((a, b) => a - b);
    out.push({ start, end, marks: open.map(({ record, lane }) => ({ record, lane })), starts });
  }
  return out;
}
