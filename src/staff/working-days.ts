import { createRequire } from 'node:module';
import { swedishZone, wallTimeInSweden } from './swedish-time.js';
import { dayMilliseconds, instantIn } from './zoned-time.js';

/** As date-holidays calls them: no public holidays, and yet nobody works. */
const eves = ['midsommarafton', 'julafton', 'nyårsafton'];

type Holiday = { readonly date: string; readonly type: string; readonly name: string };
type Holidays = new (
  country: string,
  options: { readonly languages: readonly string[] },
) => {
  getHolidays(year: number): readonly Holiday[];
};

let sweden: InstanceType<Holidays> | null = null;
const byYear = new Map<number, ReadonlySet<string>>();

/** Whether people work on a day in Sweden, "2026-12-24": no Saturday, Sunday, public holiday, nor one of the eves that are free. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** Whether a day in Sweden is a public holiday, or one of the eves that are free. */
export function isHoliday(day: string): boolean {
  return holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** Reads the holidays of this year and the next, so that nobody's request waits for them. */
export function readHolidays(now: Date): void {
  for (const year of [0, 1]) holidaysOf(now.getUTCFullYear() + year);
}

/** The given full hour on the wall clock in Sweden of the first working day after the day of `now`. */
export function nextWorkingMorning(now: Date, hour: number): Date {
  let day = Math.floor(wallTimeInSweden(now) / dayMilliseconds) * dayMilliseconds;
  do day += dayMilliseconds;
  while (!isWorkingDay(new Date(day).toISOString().slice(0, 10)));
  return instantIn(swedishZone, day + hour * 3_600_000);
}

/** The holidays of a year; loaded at the first need, since the package takes a quarter of a second. */
function holidaysOf(year: number): ReadonlySet<string> {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  sweden ??= load();
  const free = sweden
    .getHolidays(year)
    .filter(({ type, name }) => type === 'public' || eves.includes(name))
    .map(({ date }) => date.slice(0, 10));
  const days = new Set(free);
  byYear.set(year, days);
  return days;
}

function load(): InstanceType<Holidays> {
  const Loaded = createRequire(import.meta.url)('date-holidays') as Holidays;
  return new Loaded('SE', { languages: ['sv'] });
}
