// Days as ISO text ("2023-11-04"), and the steps of time that charts are cut into.

export type Step = 'day' | 'week' | 'month' | 'year';

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Milliseconds of the day's start in UTC, or NaN. */
export function time(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

export function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return isoDay(time(day) + days * DAY);
}

export function daysBetween(first: string, last: string): number {
  return Math.round((time(last) - time(first)) / DAY);
}

/** "14 May 2024", or "" where there is no date. */
export function longDay(day: string | null | undefined): string {
  if (!day || Number.isNaN(time(day))) return day ?? '';
  const date = new Date(time(day));
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "1–31 Oct 2023", "30 Sep – 2 Oct 2023"; one day as itself. */
export function span(first: string, last: string): string {
  if (first === last) return longDay(first);
  const [a, b] = [new Date(time(first)), new Date(time(last))];
  const month = (date: Date) => MONTHS[date.getUTCMonth()];
  if (a.getUTCFullYear() !== b.getUTCFullYear()) return `${longDay(first)} – ${longDay(last)}`;
  if (a.getUTCMonth() !== b.getUTCMonth()) return `${a.getUTCDate()} ${month(a)} – ${longDay(last)}`;
  return `${a.getUTCDate()}–${longDay(last)}`;
}

/** The step that cuts a stretch of time into some thirty to a hundred pieces. */
export function stepFor(first: string, last: string): Step {
  const days = daysBetween(first, last);
  return days <= 92 ? 'day' : days <= 730 ? 'week' : days <= 365 * 12 ? 'month' : 'year';
}

/** The first day of the step that `day` falls in. Weeks start on Monday (ISO 8601). */
export function floor(day: string, step: Step): string {
  if (step === 'year') return `${day.slice(0, 4)}-01-01`;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  if (step === 'week') return addDays(day, -((new Date(time(day)).getUTCDay() + 6) % 7));
  return day.slice(0, 10);
}

/** The first day of the step after that of `day`. */
export function next(day: string, step: Step): string {
  const start = floor(day, step);
  if (step === 'day') return addDays(start, 1);
  if (step === 'week') return addDays(start, 7);
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  if (step === 'year') return `${String(year + 1).padStart(4, '0')}-01-01`;
  return month === 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${start.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
}

/** The last day of the step that `day` falls in. */
export function last(day: string, step: Step): string {
  return addDays(next(day, step), -1);
}

/** What stands under a piece of a chart: "14 May 2024", "week of 13 May 2024", "May 2024", "2024". */
export function stepName(day: string, step: Step): string {
  if (step === 'year') return day.slice(0, 4);
  if (step === 'month') return longDay(day).replace(/^\d+ /, '');
  return step === 'week' ? `week of ${longDay(day)}` : longDay(day);
}
