import type { TestApp } from './app.js';
import { at } from './json.js';

/** What a test sends and gets, by the names that the schema has. */
export type Input = Record<string, unknown>;

const query =
  'mutation ($input: ApplyDialStringInput!) { applyDialString(input: $input) { applied spoken userErrors { code message field } } }';

/** What came of it when it was done. */
export const said = (spoken: string) => ({ applied: true, spoken, userErrors: [] });

/** Dials on Anna-Karin Lindblad's telephone; say what is different. */
export async function dialOn(app: TestApp, dialled: string, more: Input, who: string) {
  const telephone = more['number'] || more['extension'] ? {} : { number: '+46582001234' };
  const input = { dialPlan: 'sydnarke.test', dialled, ...telephone, ...more };
  const { data, text } = await app.ask(who, query, { input });
  return at(data, 'applyDialString') ?? text;
}

/** What an operator sees of somebody's absence and forwardings. */
export async function seenOf(app: TestApp, email: string) {
  const asked = `{ person(ref: { email: "${email}" }) {
    currentAbsence { reason endsAt endsAtPrecision source }
    forwardings { condition layer active source noAnswerSeconds target { kind number entry { displayName } } } } }`;
  return at((await app.ask('operator', asked)).data, 'person') as {
    currentAbsence: Input | null;
    forwardings: readonly Input[];
  };
}

/** A day and a time in Sweden so many hours ahead, as they are dialled. */
export function dialledIn(app: TestApp, hours: number) {
  const instant = new Date(app.clock.now().getTime() + hours * 3_600_000);
  const [date = '', time = ''] = instant
    .toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' })
    .split(' ');
  return { day: date.slice(5).replace('-', ''), time: time.slice(0, 5).replace(':', '') };
}

/** Moves the clock on to 10 in the morning in Sweden, of the next day at the earliest. */
export function toTen(app: TestApp): void {
  const { time } = dialledIn(app, 0);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(2));
  app.clock.advance((600 - minutes + 1_440) * 60);
}
