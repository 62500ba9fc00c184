import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import {
  addDays,
  dateInSweden,
  dayInSweden,
  instantInSweden,
  weekdayOf,
} from '../../src/staff/swedish-time.js';
import { isHoliday } from '../../src/staff/working-days.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';
import { castOf, type Cast, type Member } from '../support/situations/cast.js';
import { happen } from '../support/situations/happen.js';

// What a skilled operator would say and do, written by hand; each situation through the running program.
// It is a Tuesday, ten in the morning. Désirée Holm is asked for, by a caller from outside.

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startTestApp();
  let day = dateInSweden(app.clock.now());
  do day = addDays(day, 1);
  while (weekdayOf(day) !== 2 || [0, 1, 2, 3].some((more) => isHoliday(addDays(day, more))));
  const ten = instantInSweden(day, '10:00');
  app.clock.advance((ten.getTime() - app.clock.now().getTime()) / 1000);
  cast = await castOf(app);
}, 60_000);
afterAll(async () => {
  await cast.close();
  await app.stop();
});
afterEach(() => cast.reset());

const query = `query ($id: ID!) { person(ref: { id: $id }) { reachability {
  verdict canConnect connectTo { e164 extension } answeredBy { displayName } reason backAt backAtPrecision phrase trace
  alternatives { entry { displayName } canConnect } messageTo { email } } } }`;

const lines = readFileSync('test/api/situations.csv', 'utf8').trimEnd().split('\n');
const [, ...rows] = lines.map((line) => line.split(';'));

test.each(rows)('%s', async (...[, facts = '', ...expected]) => {
  for (const fact of facts.split(' + ').filter(Boolean)) await happen({ app, cast }, fact);
  const id = cast.members.get('Désirée')?.id;
  const answer = at((await app.ask('operator', query, { id })).data, 'person.reachability');
  const [verdict, number, who, reason, back, instead, rules, sentence] = expected;
  expect({
    verdict: at(answer, 'verdict'),
    number: numberOf(answer),
    who: nicknameOf(at(answer, 'answeredBy.displayName')),
    reason: at(answer, 'reason') ?? '',
    back: backOf(answer),
    instead: insteadOf(answer),
    rules: (at(answer, 'trace') as string[]).join(' '),
    sentence: at(answer, 'phrase'),
  }).toEqual({
    verdict,
    number,
    who,
    reason,
    back: back?.trim(),
    instead,
    rules,
    sentence: dated(sentence),
  });
  expect(at(answer, 'canConnect')).toBe(number !== '');
});

test('there are at least 60 of them, and each rule that is not about rights answers one', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
});

function numberOf(answer: unknown): string {
  const number = at(answer, 'connectTo');
  for (const [name, { desk, mobile }] of cast.members) {
    if (number === null) return '';
    const [e164, extension] = [at(number, 'e164'), at(number, 'extension')];
    if (e164 !== null && e164 === mobile) return `${name} mobile`;
    if (e164 === null ? extension === desk.extension : e164 === desk.e164) return `${name} desk`;
  }
  return 'somebody else';
}

function nicknameOf(displayName: unknown): string {
  const named = ([, member]: readonly [string, Member]) => member.displayName === displayName;
  return [...cast.members].find(named)?.[0] ?? '';
}

/** "10:45 EXACT", and "+1 08:00 ABOUT" for tomorrow. */
function backOf(answer: unknown): string {
  const precision = at(answer, 'backAtPrecision') === null ? '' : textAt(answer, 'backAtPrecision');
  const backAt = at(answer, 'backAt');
  if (typeof backAt !== 'string') return precision;
  const now = app.clock.now();
  const days = [0, 1, 2, 3, 4].find(
    (n) => addDays(dateInSweden(now), n) === dateInSweden(new Date(backAt)),
  );
  const wall = new Date(backAt).toLocaleTimeString('sv-SE', {
    timeZone: 'Europe/Stockholm',
    timeStyle: 'short',
  });
  return `${days === 0 ? '' : `+${days} `}${wall} ${precision}`;
}

function insteadOf(answer: unknown): string {
  const all = at(answer, 'alternatives') as readonly unknown[];
  return all
    .map(
      (one) =>
        `${nicknameOf(at(one, 'entry.displayName'))}${at(one, 'canConnect') === true ? '+' : '-'}`,
    )
    .join(' ');
}

/** "{dag+3}" is the day after so many days as it is said. */
function dated(sentence = ''): string {
  return sentence.replace(/\{dag\+(\d)\}/, (_, days: string) => {
    const now = app.clock.now();
    return dayInSweden(new Date(now.getTime() + Number(days) * 86_400_000), now);
  });
}
