import { done, refused, type Outcome } from '../kernel/user-error.js';
import {
  faultOfWindows,
  inWeekOrder,
  mostWindows,
  type WeeklyWindow,
  type WindowsFault,
} from '../staff/weekly-window.js';

const messages: Readonly<Record<WindowsFault['fault'], string>> = {
  TOO_MANY: `Högst ${mostWindows} tider.`,
  WEEKDAY: 'Veckodagen är 1 (måndag) till 7 (söndag).',
  FROM: 'Skriv tiden som 08:00.',
  TO: 'Skriv tiden som 16:30; dygnet slutar 24:00.',
  ORDER: 'Tiden slutar innan den börjar.',
  OVERLAP: 'Tiderna går in i varandra.',
};
const partOf: Partial<Readonly<Record<WindowsFault['fault'], keyof WeeklyWindow>>> = {
  WEEKDAY: 'weekday',
  FROM: 'from',
  TO: 'to',
  ORDER: 'to',
};

/** The times in the order of the week, or why they cannot be kept; `windows` is where they stand in the input. */
export function checkedWindows(windows: readonly WeeklyWindow[]): Outcome<readonly WeeklyWindow[]> {
  const found = faultOfWindows(windows);
  if (found === null) return done(inWeekOrder(windows));
  const { fault, at } = found;
  const code = fault === 'TOO_MANY' ? 'LIMIT' : 'INVALID';
  const part = partOf[fault];
  const path = [...(at === null ? [] : [String(at)]), ...(part ? [part] : [])];
  return refused(code, messages[fault], 'windows', ...path);
}
