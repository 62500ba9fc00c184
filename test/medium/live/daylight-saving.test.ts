import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { entryFields } from '../../../src/client/entry-fields.js';
import { watchDirectory } from '../../../src/client/watch-directory.js';
import { FollowChanges } from '../../../src/presence/follow-changes.js';
import { MoveDue } from '../../../src/presence/move-due.js';
import { addDays, instantInSweden } from '../../../src/staff/swedish-time.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { soon } from '../../support/client/watching.js';
import { freshList, shownIn } from '../../support/live/storm-entry.js';

type Shown = {
  readonly id: string;
  readonly email?: string;
  readonly reachability?: { readonly trace: readonly string[] };
};
const fields = entryFields<Shown>(`fragment Night on DirectoryEntry {
  id displayName reachability { verdict trace backAt } ... on Person { email currentAbsence { reason endsAt } } }`);

let app: TestApp;
let db: Client;
beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

const watched = ['anna-karin.lindblad', 'henrik.palm', 'mustafa.al-hassan'];
const until = (at: Date) => app.clock.advance((at.getTime() - app.clock.now().getTime()) / 1_000);

/** The next night in which the clock is changed: the last Sunday of a month, as a day. */
function nightOf(month: number): string {
  const now = app.clock.now();
  const [found = ''] = [now.getUTCFullYear(), now.getUTCFullYear() + 1]
    .map((year) => {
      const last = new Date(Date.UTC(year, month, 0));
      return addDays(last.toISOString().slice(0, 10), -last.getUTCDay());
    })
    .filter((day) => instantInSweden(day, '00:00') > now);
  return found;
}

/** Away each day from 02:30 to 04:00; and units that are open on Sundays from 01:30 to 02:30 and from 02:15 to 03:15. */
async function arrange(night: string): Promise<void> {
  await db.query('delete from absence');
  await db.query('delete from opening_hours');
  await db.query(
    `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version, recurrence)
     select gen_random_uuid(), municipality_code, id, 'MEETING', $1, $2, 'EXACT', false, 'SELF', 1,
       '{"rule":"FREQ=DAILY","exceptHolidays":false,"endedEarly":[]}' from person where email = $3`,
    [
      instantInSweden(addDays(night, -7), '02:30'),
      instantInSweden(addDays(night, -7), '04:00'),
      'anna-karin.lindblad@hallsberg.test',
    ],
  );
  for (const [uid, opens, closes] of [
    ['mustafa.al-hassan', '01:30', '02:30'],
    ['henrik.palm', '02:15', '03:15'],
  ] as const)
    await db.query(
      'insert into opening_hours select unit_id, municipality_code, 7, $2, $3 from person where email = $1',
      [`${uid}@hallsberg.test`, opens, closes],
    );
}

/** What time moves, told to everybody who is open. */
async function tellTime(): Promise<void> {
  await app.app.get(MoveDue, { strict: false }).move();
  await app.app.get(FollowChanges, { strict: false }).follow();
}

test.each([
  {
    month: 3,
    // What is skipped is an hour later on the wall: at 03:30. From 02:15 to 03:15 there is no time at all.
    told: [
      '00:30:00Z mustafa.al-hassan DESK_UNKNOWN',
      '01:30:00Z anna-karin.lindblad ABSENT',
      '01:30:00Z mustafa.al-hassan OUT_OF_HOURS',
      '02:00:00Z anna-karin.lindblad DESK_UNKNOWN',
    ],
  },
  {
    month: 10,
    // Of what comes twice it is the first.
    told: [
      '23:30:00Z mustafa.al-hassan DESK_UNKNOWN',
      '00:15:00Z henrik.palm DESK_UNKNOWN',
      '00:30:00Z anna-karin.lindblad ABSENT',
      '00:30:00Z mustafa.al-hassan OUT_OF_HOURS',
      '02:15:00Z henrik.palm OUT_OF_HOURS',
      '03:00:00Z anna-karin.lindblad DESK_UNKNOWN',
    ],
  },
])(
  'in the night of month $month what begins and ends is told at its instant, once',
  async ({ month, told }) => {
    const night = nightOf(month);
    until(instantInSweden(night, '01:00'));
    await arrange(night);
    await tellTime();
    await tellTime();
    const expiresAt = new Date(app.clock.now().getTime() + 86_400_000);
    const key = await app.makeKey({
      role: 'OPERATOR',
      label: `Natt ${month}`,
      municipality: null,
      scopes: [],
      expiresAt,
    });
    const heard: string[] = [];
    let begun = false;
    const watch = watchDirectory({
      url: `${app.url}/graphql`,
      token: () => key,
      fields,
      filter: { municipalityCodes: ['1861'] },
      onChange: ({ changed }) => {
        const at = `${app.clock.now().toISOString().slice(0, 19)}Z`;
        for (const { email = '', reachability } of begun ? changed : [])
          heard.push(`${at} ${email.replace('@hallsberg.test', '')} ${reachability?.trace[0]}`);
        begun = true;
      },
    });
    try {
      expect(await soon(() => watch.state.kind === 'LIVE')).toBe(true);
      const end = instantInSweden(night, '04:30');
      // A second before each quarter, and the quarter.
      for (let second = false; app.clock.now() < end; second = !second) {
        app.clock.advance(second ? 1 : 899);
        await tellTime();
        const expected = await freshList(app.url, key, fields);
        const faults = () =>
          Object.entries(shownIn(watch.picture)).filter(([id, shown]) => expected[id] !== shown);
        await soon(() => faults().length === 0);
        expect([app.clock.now(), faults()]).toEqual([app.clock.now(), []]);
      }
      // Of one instant, in the order of names: what comes first is by ids, which are made anew each time.
      const lines = heard.filter((line) => watched.some((uid) => line.includes(uid))).toSorted();
      expect(lines.map((line) => line.slice('2027-03-28T'.length))).toEqual(told);
    } finally {
      watch.stop();
      await watch.stopped;
    }
  },
  60_000,
);
