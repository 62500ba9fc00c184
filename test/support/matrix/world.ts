import { Client } from 'pg';
import type { NumberAudience } from '../../../src/kernel/words.js';
import type { TestApp } from '../app.js';
import { textAt } from '../json.js';
import { personUuid } from '../levels.js';
import { carryOut } from './carry-out.js';
import { fill, hoursFrom, people, reportLines, type Level, type Subject } from './subjects.js';
import { answer } from './answering.js';
import { alias, appoint, confide, idOf, related } from './relations.js';

/** The alias card of whoever is PROTECTED: nobody's name but the one on it, and an absence of its own. */
export type Card = { readonly id: string; readonly absence: string };

/** The people whom the matrix asks about, and how their circumstances are changed, as the owner of the tables. */
export type World = {
  readonly subjects: readonly Subject[];
  /** The instant of everything: the clock stands still. */
  readonly now: Date;
  readonly card: Card;
  mobileAudience(audience: NumberAudience | null): Promise<void>;
  /** All of them are shared telephones (P16), or people again. */
  sharedPhones(are: boolean): Promise<void>;
  /** All of them, and the card, have this behind their names; and then `witness`, whom everybody sees, has it too. */
  rename(suffix: string): Promise<void>;
  /** Gives the witness another name, alone. */
  renameWitness(name: string): Promise<void>;
  /** Something is recorded of each of them, and each is an operator; returns since when. */
  record(): Promise<string>;
  /** All of them leave at once. */
  leave(): Promise<void>;
  close(): Promise<void>;
};

/** Somebody OPEN of Hallsberg who has nothing to do with the others. */
export const witness = 'Anna Johansson';

/** When all of the subjects left, in the last scene. */
export const leftAt = '2026-11-20T08:00:00.000Z';

/** Fills in everything about one person of each level, and lets the exchange report their lines. */
export async function buildWorld(app: TestApp): Promise<World> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  const employeeIds = people.map((one) => one[5]);
  const units = await appoint(app, client, employeeIds);
  const ofAll = `p.employee_id = any('{${employeeIds.join()}}')`;
  for (const [level, , , , , employeeId] of people) {
    const set = `update person_local l set protection_level = $1 from person p
                  where p.id = l.person_id and p.employee_id = $2 and p.municipality_code = '1861'`;
    await client.query(set, [level, employeeId]);
    if (level === 'PROTECTED') await confide(app, client, employeeId);
  }
  // Relations are believed for a second.
  app.clock.advance(2);
  const now = app.clock.now();
  const subjects: Subject[] = [];
  for (const [place, one] of people.entries())
    subjects.push(await fill(client, now, place, one, units[place] ?? ''));
  await answer(client, subjects);
  await reportLines(app, subjects);
  const card = await cardOf(app, client, now);
  const renameWitness = async (name: string) => {
    const set = `update person set display_name = $1 where email = 'anna.johansson@hallsberg.test'`;
    await client.query(set, [name]);
  };
  return {
    subjects,
    now,
    card,
    mobileAudience: async (audience) => {
      const set = `update person_local l set mobile_audience = $1 from person p
                    where p.id = l.person_id and ${ofAll}`;
      await client.query(set, [audience]);
    },
    sharedPhones: async (are) => {
      const set = `update person p set kind = $1 where ${ofAll}`;
      await client.query(set, [are ? 'SHARED_PHONE' : 'EMPLOYEE']);
    },
    rename: async (suffix) => {
      const set = 'update person set display_name = $1 where municipality_code = $2 and id = $3';
      for (const { id, displayName } of subjects)
        await client.query(set, [`${displayName}${suffix}`, '1861', personUuid(id)]);
      await client.query(set, [`${alias}${suffix}`, '1861', personUuid(card.id)]);
      await renameWitness(`${witness}${suffix}`);
    },
    renameWitness,
    record: () => record(app, subjects),
    leave: async () => {
      for (const { id: person, level } of subjects)
        await carryOut(app, await granterOf(app, level), 'revokeGrant', {
          person: { id: person },
          role: 'OPERATOR',
        });
      app.clock.advance(2);
      const set = `update person p set employment = 'LEFT', left_at = $1 where ${ofAll}`;
      await client.query(set, [leftAt]);
    },
    close: () => client.end(),
  };
}

/** An operator reports the card absent, as anybody. */
async function cardOf(app: TestApp, client: Client, now: Date): Promise<Card> {
  const search = `{ searchDirectory(query: "${alias}") { edges { node { id } } } }`;
  const id = textAt((await app.ask('operator', search)).data, 'searchDirectory.edges.0.node.id');
  const input = {
    person: { id },
    reason: 'MEETING',
    endsAt: hoursFrom(now, 3),
    recurrence: { rule: 'FREQ=YEARLY;COUNT=1' },
    phoneRings: false,
    note: 'sal B',
    referral: { entryId: await idOf(client, related.substitute) },
  };
  await carryOut(app, 'operator', 'setAbsence', input);
  const read = `{ person(ref: { id: "${id}" }) { currentAbsence { id } } }`;
  const { data } = await app.ask('operator', read);
  return { id, absence: textAt(data, 'person.currentAbsence.id') };
}

/** Whoever is PROTECTED is known to officers only. */
async function granterOf(app: TestApp, level: Level): Promise<string> {
  return level === 'PROTECTED' ? app.token('officer', '1861', related.officer) : 'technician';
}

async function record(app: TestApp, subjects: readonly Subject[]): Promise<string> {
  app.clock.advance(1);
  const since = app.clock.now().toISOString();
  const officer = await app.token('officer', '1861', related.officer);
  for (const { id, level, employeeId, running } of subjects) {
    const self = await app.token('employee', '1861', employeeId);
    await carryOut(app, self, 'endAbsence', { id: running });
    const lower = { personId: id, level: 'OPEN', caseReference: `KS ${level}` };
    if (level !== 'OPEN')
      await carryOut(app, officer, 'setProtection', { ...lower, expectedVersion: '7' });
    await carryOut(app, await granterOf(app, level), 'grantRole', {
      person: { id },
      role: 'OPERATOR',
    });
  }
  app.clock.advance(2);
  return since;
}
