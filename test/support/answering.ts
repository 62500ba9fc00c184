import { startTestApp, type TestApp } from './app.js';
import { at, textAt, textsAt } from './json.js';
import { relationFacts, type RelationFacts } from './relations.js';

/** Of Hallsberg's Kansliet: Erik leads it, Désirée answers for it, Lars-Åke and Sofia have nothing to say there. */
export const [erik, desiree, lars, sofia] = [
  'erik.bjorkman',
  'desiree.holm',
  'lars-ake.nilsson',
  'sofia.renstrom',
] as const;
const four = [erik, desiree, lars, sofia];
/** The mail address of somebody in Hallsberg. */
export const mail = (uid: string) => `${uid}@hallsberg.test`;

/** The program with those four, and what the tests of who answers for whom ask of it. */
export type Answering = {
  readonly app: TestApp;
  readonly facts: RelationFacts;
  /** Global ids, by the names above. */
  readonly id: Readonly<Record<string, string>>;
  readonly kansliet: string;
  /** A unit below it. */
  readonly kontaktcenter: string;
  /** Carries out a change; the refusals as "CODE path", or the codes of errors. */
  change(who: string, name: string, input: object): Promise<readonly string[]>;
  unit(who: string, unitId: string, fields: string): Promise<unknown>;
  person(who: string, uid: string, fields: string): Promise<unknown>;
  /** One of the four by its id, as any viewer may ask. */
  entry(who: string, uid: string, fields: string): Promise<unknown>;
  /** The person and its version, as inputs have them. */
  ofPerson(uid: string): Promise<{ person: object; expectedVersion: string }>;
  level(uid: string, to: string): Promise<void>;
  leave(uid: string): Promise<void>;
  /** Nothing is kept of any unit or person, and everybody is OPEN and works here. */
  forget(): Promise<void>;
  newest(action: string): Promise<object | undefined>;
  stop(): Promise<void>;
};

/** Starts it. */
export async function startAnswering(): Promise<Answering> {
  const app = await startTestApp();
  const facts = await relationFacts(app);
  await facts.db.query('update person set manager_id = null');
  const viewers: Readonly<Record<string, string>> = {
    erik: await app.token('employee', '1861', '40102'),
    desiree: await app.token('employee', '1861', '40104'),
    lars: await app.token('employee', '1861', '40105'),
    officer: await app.token('officer', '1861'),
    elsewhere: await app.token('employee', '1860'),
  };
  const id: Record<string, string> = {};
  for (const uid of four) id[uid] = await facts.person(mail(uid));
  const duty = `insert into unit_duty (unit_id, person_id, duty, municipality_code)
    select u.id, p.id, $3, p.municipality_code from person p, unit u
     where p.email = $1 and u.name = $2 and u.municipality_code = '1861'`;
  await facts.db.query(duty, [mail(erik), 'Kansliet', 'MANAGER']);
  await facts.db.query(duty, [mail(desiree), 'Kansliet', 'PHONE_RESPONSIBLE']);
  const ask = (who: string, query: string, variables: Record<string, unknown>) =>
    app.ask(viewers[who] ?? who, query, variables);
  const person = async (who: string, uid: string, fields: string) => {
    const query = `query ($email: EmailAddress!) { person(ref: { email: $email }) { ${fields} } }`;
    return at((await ask(who, query, { email: mail(uid) })).data, 'person');
  };
  return {
    app,
    facts,
    id,
    kansliet: await facts.unit('Kansliet'),
    kontaktcenter: await facts.unit('Kontaktcenter'),
    change: async (who, name, input) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field } } }`;
      const { data, errors } = await ask(who, query, { input });
      if (errors) return errors.map((error) => error.extensions.code);
      const refusals = at(data, `${name}.userErrors`) as { code: string; field: string[] }[];
      return refusals.map(({ code, field }) => [code, ...field.slice(1)].join(' '));
    },
    unit: async (who, unitId, fields) => {
      const query = `query ($id: ID!) { node(id: $id) { ... on Unit { ${fields} } } }`;
      return at((await ask(who, query, { id: unitId })).data, 'node');
    },
    entry: async (who, uid, fields) => {
      const query = `query ($id: ID!) { node(id: $id) { ... on DirectoryEntry { ${fields} } } }`;
      return at((await ask(who, query, { id: id[uid] })).data, 'node');
    },
    person,
    ofPerson: async (uid) => ({
      person: { email: mail(uid) },
      expectedVersion: textAt(await person('technician', uid, 'version'), 'version'),
    }),
    level: async (uid, to) => {
      const set = `update person_local l set protection_level = $2 from person p
                    where p.id = l.person_id and p.email = $1`;
      await facts.db.query(set, [mail(uid), to]);
    },
    leave: async (uid) => {
      const set = `update person set employment = 'LEFT', left_at = $2 where email = $1`;
      await facts.db.query(set, [mail(uid), app.clock.now()]);
    },
    forget: async () => {
      for (const table of [
        'answer_group_member',
        'opening_hours',
        'unit_contact',
        'stand_in',
        'best_reached',
        'person_subject_word',
        'unit_subject_word',
        'number_greeting',
        'department_decision',
      ])
        await facts.db.query(`delete from ${table}`);
      const ofFour = [four.map(mail)];
      await facts.db.query(
        `update person_local set protection_level = 'OPEN'
          where person_id in (select id from person where email = any($1))`,
        ofFour,
      );
      const back = `update person set employment = 'ACTIVE', left_at = null where email = any($1)`;
      await facts.db.query(back, ofFour);
      app.clock.advance(2);
    },
    newest: async (action) => (await facts.recorded(action))[0],
    stop: async () => {
      await facts.close();
      await app.stop();
    },
  };
}

/** The names of entries in an answer. */
export const namesIn = (answer: unknown, field: string) =>
  textsAt(answer, `${field}.*.displayName`);
