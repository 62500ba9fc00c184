import type { Client } from 'pg';
import { globalId } from '../../../src/kernel/ids.js';
import type { TestApp } from '../app.js';

/** The levels, in the order in which the cells of who-sees-what.csv have them. */
export const levels = ['OPEN', 'RESTRICTED', 'PROTECTED'] as const;
export type Level = (typeof levels)[number];

/** Somebody of Hallsberg about whom everything there is to know is known, and nothing twice. */
export type Subject = {
  readonly level: Level;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly email: string;
  readonly employeeId: string;
  readonly direct: string;
  readonly extension: string;
  readonly mobile: string;
  /** Global ids. */
  readonly id: string;
  readonly running: string;
  readonly coming: string;
  readonly onBusy: string;
  readonly onNoAnswer: string;
  /** A unit of whose duties the subject has both. */
  readonly unit: string;
  readonly unitName: string;
};

/** Who they are, by level. */
export const people = [
  ['OPEN', 'Anna-Karin', 'Lindblad', 'Kommunjurist', 'anna-karin.lindblad', '40103'],
  ['RESTRICTED', 'Désirée', 'Holm', 'Kommunikatör', 'desiree.holm', '40104'],
  ['PROTECTED', 'Lars-Åke', 'Nilsson', 'Gruppledare', 'lars-ake.nilsson', '40105'],
] as const;

/** Who answers instead of all of them. */
export const standIn = { displayName: 'Ingrid Sjöberg' };

/** The uuid of a fact of the person at this place in the list. */
const uuid = (fact: number, place: number) =>
  `00000000-0000-4000-8000-00000000${String(fact * 100 + place).padStart(4, '0')}`;

/** Hours from an instant, as the API writes it. */
export function hoursFrom(now: Date, hours: number): string {
  return new Date(now.getTime() + hours * 3_600_000).toISOString();
}

/** Writes everything about one of them into the tables, as syncs, people and the exchange would have. */
export async function fill(
  client: Client,
  now: Date,
  place: number,
  [level, givenName, familyName, title, user, employeeId]: (typeof people)[number],
  unit: string,
): Promise<Subject> {
  const email = `${user}@hallsberg.test`;
  const [direct, extension] = [`+4658200930${place}`, `770${place}`];
  const mobile = `+4670174069${place}`;
  const { rows } = await client.query<{ id: string }>('select id from person where email = $1', [
    email,
  ]);
  const id = rows[0]?.id ?? '';
  const run = (sql: string, ...values: unknown[]) => client.query(sql, [id, ...values]);
  await run(`update person p set unit_id = e.unit_id, manager_id = e.id from person e
              where p.id = $1 and e.email = 'erik.bjorkman@hallsberg.test'`);
  await run('update person_local set version = 7 where person_id = $1');
  await run('delete from directory_number where person_id = $1');
  await run(
    `insert into directory_number (municipality_code, person_id, kind, e164, extension, original, position)
     values ('1861', $1, 'DIRECT', $2, $3, '', 0), ('1861', $1, 'MOBILE', $4, null, '', 1)`,
    direct,
    extension,
    mobile,
  );
  const absence = `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at,
      ends_at_precision, phone_rings, note, referral_kind, substitute_id, source, version, recurrence,
      series_ends_at)
    select $2, '1861', $1, $3, $4, $5, $6, false, $7, 'PERSON', s.id, $8, 3,
      '{"rule":"FREQ=YEARLY;COUNT=1","exceptHolidays":false,"endedEarly":[]}', $5
      from person s where s.email = 'ingrid.sjoberg@hallsberg.test'`;
  const [began, ends, begins] = [-1, 3, 48].map((hours) => hoursFrom(now, hours));
  await run(absence, uuid(1, place), 'MEETING', began, ends, 'EXACT', 'sal B', 'OPERATOR');
  await run(
    absence,
    uuid(2, place),
    'VACATION',
    begins,
    hoursFrom(now, 96),
    'DAY',
    'fjällen',
    'SELF',
  );
  await run(
    `insert into forwarding (id, municipality_code, person_id, condition, origin, layer,
         no_answer_seconds, target_kind, target_number, target_person_id, active, valid_until, source,
         observed_at, version)
       select $2::uuid, '1861', $1::uuid, 'BUSY', 'ANY', 'DIRECTORY', null::integer, 'PERSON', null, s.id, true,
              $4::timestamptz, 'SELF', $5::timestamptz, 4
         from person s where s.email = 'ingrid.sjoberg@hallsberg.test'
       union all
       select $3::uuid, '1861', $1::uuid, 'NO_ANSWER', 'ANY', 'PBX', 20, 'NUMBER', $6, null::uuid, true,
              $4::timestamptz, 'PHONE_SYSTEM', $5::timestamptz, 4`,
    uuid(3, place),
    uuid(4, place),
    hoursFrom(now, 5),
    hoursFrom(now, -2),
    mobile,
  );
  await run(
    `insert into presence_session (person_id, source, session_id, municipality_code, availability,
         activity, report_seq, expires_at)
     values ($1, 'SELF', 'desk', '1861', 'AVAILABLE', 'AVAILABLE', 1, $2)`,
    hoursFrom(now, 3),
  );
  return {
    level,
    displayName: `${givenName} ${familyName}`,
    givenName,
    familyName,
    title,
    email,
    employeeId,
    direct,
    extension,
    mobile,
    id: globalId('PERSON', id),
    running: globalId('ABSENCE', uuid(1, place)),
    coming: globalId('ABSENCE', uuid(2, place)),
    onBusy: globalId('FORWARDING', uuid(3, place)),
    onNoAnswer: globalId('FORWARDING', uuid(4, place)),
    unit,
    unitName: `Enhet ${place}`,
  };
}

/** Lets the exchange report the lines of them all. */
export async function reportLines(app: TestApp, subjects: readonly Subject[]): Promise<void> {
  const state = { observedAt: app.clock.now().toISOString(), reportSeq: '1' };
  const lines = subjects.flatMap(({ direct, mobile }) => [
    { ...state, number: direct, status: 'IN_CALL' },
    { ...state, number: mobile, status: 'IDLE' },
  ]);
  const { data } = await app.ask(
    'phoneSystem',
    'mutation ($input: ReportLinesInput!) { reportLines(input: $input) { acceptedCount } }',
    { input: { dialPlan: 'sydnarke.test', lines } },
  );
  if (JSON.stringify(data) !== `{"reportLines":{"acceptedCount":${lines.length}}}`)
    throw new Error('The line states were not taken.');
}
