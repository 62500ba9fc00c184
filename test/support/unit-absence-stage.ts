import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { startTestApp, type TestApp } from './app.js';
import { at } from './json.js';
import { relationFacts, type RelationFacts } from './relations.js';

export let app: TestApp;
export let facts: RelationFacts;
/** A unit of its own, so that everybody in it is known here. */
export let it: string;
export let kansliet: string;
/** The head of IT, by a duty; and two who work there. */
export let mustafa: string;
export let ronja: string;
export let anna: string;
export let laxa: string;
export const mail = (uid: string) => `${uid}@hallsberg.test`;

/** Starts the program before a file's tests, and stops it after them. */
export function setUnitAbsenceStage(): void {
  beforeAll(async () => {
    app = await startTestApp();
    facts = await relationFacts(app);
    it = await facts.unit('IT');
    kansliet = await facts.unit('Kansliet');
    await facts.db.query('update person set manager_id = null');
    const duty = `insert into unit_duty (unit_id, person_id, duty, municipality_code)
      select u.id, p.id, $2, '1861' from unit u, person p where u.name = 'IT' and p.email = $1`;
    await facts.db.query(duty, [mail('mustafa.al-hassan'), 'MANAGER']);
    await facts.db.query(duty, [mail('ronja.kvist'), 'PHONE_RESPONSIBLE']);
    mustafa = await app.token('employee', '1861', '40111');
    ronja = await app.token('employee', '1861', '40112');
    anna = await app.token('employee', '1861', '40103');
    laxa = await app.token('employee', '1860', '60103');
    app.clock.advance(2);
  }, 60_000);
  afterAll(async () => {
    await facts.close();
    await app.stop();
  });
  beforeEach(async () => {
    await facts.db.query('delete from absence');
  });
}

export type Input = Record<string, unknown>;
export const inMinutes = (minutes: number) =>
  new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
export const years = (count: number) => inMinutes(count * 366 * 1_440);

export async function setForUnit(who: string, input: Input = {}) {
  const query = `mutation ($input: SetUnitAbsenceInput!) { setUnitAbsence(input: $input) {
    people { displayName currentAbsence { reason endsAt note source referral { kind } } } userErrors { code field } } }`;
  const usual = { unitId: it, reason: 'COURSE', endsAt: inMinutes(120) };
  const { data, text } = await app.ask(who, query, { input: { ...usual, ...input } });
  return at(data, 'setUnitAbsence') ?? text;
}

export async function set(who: string, input: Input) {
  const query = `mutation ($input: SetAbsenceInput!) { setAbsence(input: $input) {
    absence { id cover source reason reasonLabel english: reasonLabel(language: EN)
      referral { kind entry { displayName } unit { name } } } userErrors { code field } } }`;
  const usual = { person: { email: mail('anna-karin.lindblad') }, reason: 'MEETING' };
  const all = { ...usual, endsAt: inMinutes(120), ...input };
  const { data, text } = await app.ask(who, query, { input: all });
  return at(data, 'setAbsence') ?? text;
}

export const refusal = (code: string, ...field: string[]) => ({ code, field: ['input', ...field] });
export const kept = async () =>
  (await facts.db.query('select count(*)::integer as n from absence')).rows[0] as { n: number };
