/** `YYYY-MM-DD` with an optional time after a space or `T`, seconds, fraction and offset. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?)?$/i;
/** Day first, two digits of year: `05-01-26`, `05/01/26`, `05.01.26`, as older Backlog.md versions wrote. */
const LEGACY = /^(\d{2})([-/.])(\d{2})\2(\d{2})(?: (\d{2}):(\d{2}))?$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Minutes of the day in UTC, which may lie on another day; null: a date alone. */
  readonly minutes: number | null;
  readonly seconds: number;
}

/**
 * A task file's date as RFC 3339 in UTC (a time without offset is UTC, as Backlog.md writes it), or as `YYYY-MM-DD`
 * where no time is given. Null: in none of the known forms, or no day of the calendar.
 */
export function readDate(text: string): string | null {
  const moment = readIso(text) ?? readLegacy(text);
  if (moment === null || !isDay(moment)) return null;
  const { minutes, seconds } = moment;
  if (minutes === null) return dayText(moment);
  const day = shiftDay(moment, Math.floor(minutes / 1440));
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${dayText(day)}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:${two(seconds)}Z`;
}

function readIso(text: string): Moment | null {
  const [all, year, month, day, hour, minute, second, offset] = ISO.exec(text) ?? [];
  if (all === undefined) return null;
  const seconds = Number(second ?? 0);
  const minutes = hour === undefined ? null : minutesOf(hour, minute, seconds, offset);
  if (Number.isNaN(minutes)) return null;
  return { year: Number(year), month: Number(month), day: Number(day), minutes, seconds };
}

function readLegacy(text: string): Moment | null {
  const [all, day, , month, year, hour, minute] = LEGACY.exec(text) ?? [];
  if (all === undefined) return null;
  const minutes = hour === undefined ? null : minutesOf(hour, minute, 0, undefined);
  if (Number.isNaN(minutes)) return null;
  return { year: 2000 + Number(year), month: Number(month), day: Number(day), minutes, seconds: 0 };
}

/** Not a number where the time is none of the day's. */
function minutesOf(
  hour: string,
  minute: string | undefined,
  seconds: number,
  offset: string | undefined,
): number {
  if (Number(hour) > 23 || Number(minute) > 59 || seconds > 59) return Number.NaN;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? "") ?? [];
  const shift = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  return Number(hour) * 60 + Number(minute) - shift;
}

function isDay({ year, month, day }: Moment): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** An offset moves a moment to the day before or after at most. */
function shiftDay(moment: Moment, by: number): Moment {
  const day = moment.day + by;
  if (day < 1) {
    const month = moment.month === 1 ? 12 : moment.month - 1;
    const year = moment.month === 1 ? moment.year - 1 : moment.year;
    return { ...moment, year, month, day: daysIn(year, month) };
  }
  if (day <= daysIn(moment.year, moment.month)) return { ...moment, day };
  const year = moment.month === 12 ? moment.year + 1 : moment.year;
  return { ...moment, year, month: moment.month === 12 ? 1 : moment.month + 1, day: 1 };
}

function dayText({ year, month, day }: Moment): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
