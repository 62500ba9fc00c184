import type { Window } from '../words/weekly-hours.js';

/** What is offered to whoever has given no time yet. */
export const firstWindow: Window = { weekday: 1, from: '08:00', to: '16:30' };

/** The same hours on the day after the last one; on Sunday stays Sunday. */
export function nextWindow(rows: readonly Window[]): Window {
  const last = rows.at(-1);
  return last === undefined ? firstWindow : { ...last, weekday: Math.min(last.weekday + 1, 7) };
}

/** The first hours, on every day from Monday to Friday. */
export function onWorkdays(rows: readonly Window[]): readonly Window[] {
  const [first = firstWindow] = rows;
  return [1, 2, 3, 4, 5].map((weekday) => ({ ...first, weekday }));
}

/** Whether a time begins, and ends later. */
export function isWhole({ from, to }: Window): boolean {
  return from !== '' && to !== '' && (from < to || to === '00:00');
}
