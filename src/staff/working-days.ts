import { createRequire } from 'node:module';

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

/** Whether a day in Sweden is a public holiday, or one of the eves that are free. */
export function isHoliday(day: string): boolean {
  return holidaysOf(Number(day.slice(0, 4))).has(day);
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
