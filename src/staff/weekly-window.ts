/** A time of the week in Sweden: the weekday as in ISO 8601 (1 Monday to 7 Sunday), "HH:MM" to "HH:MM", the end not included; "24:00" ends a day. */
export type WeeklyWindow = {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
};

/** Three a day: morning, afternoon and evening. */
export const mostWindows = 21;

/** What is wrong with a list of times of the week, and which of them it is; null for a list that can be kept. */
export type WindowsFault = {
  readonly fault: 'TOO_MANY' | 'WEEKDAY' | 'FROM' | 'TO' | 'ORDER' | 'OVERLAP';
  /** Its place in the list as it was given; null when it is the list as a whole. */
  readonly at: number | null;
};

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether a list of times of the week can be kept: real times that end after they begin, none inside another (P8). */
export function faultOfWindows(windows: readonly WeeklyWindow[]): WindowsFault | null {
  if (windows.length > mostWindows) return { fault: 'TOO_MANY', at: null };
  for (const [at, window] of windows.entries()) {
    const { weekday, from, to } = window;
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) return { fault: 'WEEKDAY', at };
    if (!timeOfDay.test(from)) return { fault: 'FROM', at };
    if (!timeOfDay.test(to) && to !== '24:00') return { fault: 'TO', at };
    // Times of this form are in order as texts.
    if (from >= to) return { fault: 'ORDER', at };
    const before = windows.slice(0, at);
    if (before.some((one) => overlap(one, window))) return { fault: 'OVERLAP', at };
  }
  return null;
}

/** The same times in the order of the week. */
export function inWeekOrder(windows: readonly WeeklyWindow[]): readonly WeeklyWindow[] {
  return windows.toSorted((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
}

/** Whether two lists in the order of the week say the same. */
export function sameWindows(a: readonly WeeklyWindow[], b: readonly WeeklyWindow[]): boolean {
  return a.map(written).join() === b.map(written).join();
}

/** A time of the week as text, for a version. */
export function written({ weekday, from, to }: WeeklyWindow): string {
  return `${weekday} ${from}-${to}`;
}

/** One that begins when another ends is beside it. */
function overlap(a: WeeklyWindow, b: WeeklyWindow): boolean {
  return a.weekday === b.weekday && a.from < b.to && b.from < a.to;
}
