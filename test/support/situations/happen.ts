import type { TestApp } from '../app.js';
import { at } from '../json.js';
import type { Cast, Member } from './cast.js';

type Input = Readonly<Record<string, unknown>>;
/** What lets facts happen: in the running program, by those who may. */
export type Stage = { readonly app: TestApp; readonly cast: Cast };

let sequence = 0;

/** Lets one fact happen, as the table words it: "Ingrid: absent LUNCH +30 to Henrik". Throws for what is not understood. */
export async function happen(stage: Stage, fact: string): Promise<void> {
  const [, name = 'Désirée', said = ''] = /^(?:([^:\s]+): )?(.*)$/.exec(fact) ?? [];
  const [verb = '', ...words] = said.split(' ');
  const act = verbs[verb];
  if (act === undefined) throw new Error(`No such fact: ${fact}`);
  await act(stage, memberOf(stage, name), words);
}

type Act = (stage: Stage, who: Member, words: readonly string[]) => Promise<void>;

const verbs: Readonly<Record<string, Act>> = {
  absent: (stage, who, words) => absent(stage, who, ['0', ...words]),
  planned: (stage, who, [reason = '', from = '', ...words]) =>
    absent(stage, who, [from, reason, ...words]),
  forward: async (stage, who, [condition, to = '', ...words]) => {
    const validUntil = timeIn(stage, words);
    const origin = words.find((word) => ['INTERNAL', 'EXTERNAL'].includes(word)) ?? 'ANY';
    const target = targetOf(stage, who, to);
    await change(stage, 'operator', 'setForwarding', {
      person: { id: who.id },
      condition,
      origin,
      target,
      validUntil,
    });
  },
  loop: async (stage, who, [other = '']) => {
    const ring = [who, memberOf(stage, other)];
    const observedAt = stage.app.clock.now().toISOString();
    const forwardings = ring.map((from, i) => ({
      number: from.desk.e164,
      condition: 'UNCONDITIONAL',
      active: true,
      target: { number: ring[1 - i]?.desk.e164 },
      observedAt,
      reportSeq: String((sequence += 1)),
    }));
    const input = { dialPlan: 'sydnarke.test', layer: 'PBX', forwardings };
    await change(stage, 'phoneSystem', 'reportForwardings', input);
  },
  line: async ({ app, cast }, who, [which, status]) => {
    const line = which === 'desk' ? who.desk : { e164: who.mobile, extension: null };
    const named = line.e164 === null ? { extension: line.extension } : { number: line.e164 };
    const observedAt = app.clock.now().toISOString();
    const lines = [{ ...named, status, observedAt, reportSeq: String((sequence += 1)) }];
    await change({ app, cast }, 'phoneSystem', 'reportLines', { dialPlan: 'sydnarke.test', lines });
  },
  session: async (stage, who, [availability]) => {
    const self = await stage.app.token('employee', '1861', who.employeeId);
    const session = { availability, sessionId: 'a', sequence: String((sequence += 1)) };
    await change(stage, self, 'setMyPresence', session);
  },
  'stand-in': async (stage, who, names) => {
    const standInIds = names.map((name) => memberOf(stage, name).id);
    const read = `{ person(ref: { id: "${who.id}" }) { version } }`;
    const expectedVersion = at((await stage.app.ask('operator', read)).data, 'person.version');
    const input = { person: { id: who.id }, standInIds, expectedVersion };
    await change(stage, 'operator', 'setStandIns', input);
  },
  group: async (stage, _, [unit = '', ...names]) => {
    const memberIds = names.map((name) => memberOf(stage, name).id);
    await change(stage, 'technician', 'setAnswerGroup', { unitId: unitOf(stage, unit), memberIds });
  },
  hours: async (stage, _, [hours = '']) => {
    const [from, to] = hours.split('-');
    const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));
    const unitId = unitOf(stage, 'Kansliet');
    await change(stage, 'technician', 'setOpeningHours', { unitId, windows });
  },
  level: ({ cast }, who, [level]) =>
    cast.sql(
      `update person_local l set protection_level = $1 from person p
        where p.id = l.person_id and p.employee_id = $2 and p.municipality_code = '1861'`,
      level,
      who.employeeId,
    ),
  left: ({ app, cast }, who) =>
    cast.sql(
      `update person set employment = 'LEFT', left_at = $1
        where employee_id = $2 and municipality_code = '1861'`,
      app.clock.now(),
      who.employeeId,
    ),
  shared: ({ cast }, who) =>
    cast.sql(
      `update person set kind = 'SHARED_PHONE' where employee_id = $1 and municipality_code = '1861'`,
      who.employeeId,
    ),
  no: ({ cast }, who) =>
    cast.sql(
      `delete from directory_number n using person p where p.id = n.person_id
          and p.employee_id = $1 and p.municipality_code = '1861'`,
      who.employeeId,
    ),
};

/** "0 LUNCH +45 ABOUT rings to Ingrid": from when, why, until when, how sure. */
async function absent(
  stage: Stage,
  who: Member,
  [from = '0', reason, ...words]: readonly string[],
) {
  const to = words.includes('to') ? words.slice(words.indexOf('to') + 1).join(' ') : null;
  await change(stage, 'operator', 'setAbsence', {
    person: { id: who.id },
    reason,
    startsAt: from === '0' ? null : timeIn(stage, [from]),
    endsAt: timeIn(stage, words),
    endsAtPrecision: words.find((word) => ['ABOUT', 'DAY'].includes(word)) ?? null,
    ...(words.includes('rings') && { phoneRings: true }),
    referral: to === null ? null : referralOf(stage, to),
  });
}

function referralOf(stage: Stage, to: string): Input {
  const [first = '', unit = ''] = to.split(' ');
  if (first === 'group') return { answerGroupOf: unitOf(stage, unit) };
  if (first === 'switchboard' || first === 'voicemail') return { [first]: true };
  return { entryId: memberOf(stage, first).id };
}

function targetOf(stage: Stage, who: Member, to: string): Input {
  if (to === 'voicemail' || to === 'switchboard') return { [to]: true };
  return to === 'mobile' ? { number: who.mobile } : { entryId: memberOf(stage, to).id };
}

/** The first of the words that is a time from now, such as "+45" minutes, "+8h" or "+2d"; null if none is. */
function timeIn({ app }: Stage, words: readonly string[]): string | null {
  const found = words.map((word) => /^\+(\d+)([hd]?)$/.exec(word)).find((match) => match !== null);
  if (!found) return null;
  const [, count, unit = ''] = found;
  const minutes = Number(count) * (unit === 'd' ? 1440 : unit === 'h' ? 60 : 1);
  return new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
}

async function change(stage: Stage, who: string, name: string, input: Input): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1).replace('My', '')}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field message } } }`;
  const { data, text } = await stage.app.ask(who, query, { input });
  const errors = at(data, `${name}.userErrors`);
  if (!Array.isArray(errors) || errors.length > 0) throw new Error(`${name}: ${text}`);
}

function memberOf({ cast }: Stage, name: string): Member {
  const member = cast.members.get(name);
  if (member === undefined) throw new Error(`Nobody is called ${name}.`);
  return member;
}

function unitOf({ cast }: Stage, name: string): string {
  const id = cast.units.get(name);
  if (id === undefined) throw new Error(`No unit ${name}.`);
  return id;
}
