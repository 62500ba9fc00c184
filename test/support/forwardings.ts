import { Client } from 'pg';
import { startTestApp, type TestApp } from './app.js';
import { at, textAt } from './json.js';
import { carryOut } from './matrix/carry-out.js';

/** Anna-Karin Lindblad of Hallsberg, and her numbers; the mobile is added here. */
export const annaMail = 'anna-karin.lindblad@hallsberg.test';
export const [annas, annasMobile] = ['+46582001234', '+46701740680'];
export const desiree = '+46582001235';
export const johansson = '+46582001271';
/** Eva Sundin's, who is PROTECTED, and a number that nobody has. */
export const [evas, nobodys] = ['+46582001252', '+46582009999'];
/** A number that is in no series and nobody's. */
export const outside = '+46701740699';

/** What a test sends and gets, by the names that the schema has. */
export type Report = Record<string, unknown>;

/** The running program, and how forwardings are reported, set and seen in it. */
export type ForwardingsTest = {
  readonly app: TestApp;
  readonly db: Client;
  /** Anna's own token. */
  readonly anna: string;
  /** Reports of PBX in the demonstration's dial plan, each newer than the last; say what is different. */
  send(forwardings: readonly Report[], more?: Report, who?: string): Promise<unknown>;
  /** By default of all of Anna's calls. */
  forward(who: string, input: Report): Promise<unknown>;
  absent(email?: string): Promise<unknown>;
  seen(email?: string): Promise<readonly Report[]>;
  answer(email?: string): Promise<unknown>;
  recorded(): Promise<readonly unknown[]>;
  forget(): Promise<void>;
  stop(): Promise<void>;
};

const report =
  'mutation ($input: ReportForwardingsInput!) { reportForwardings(input: $input) { accepted acceptedCount userErrors { code field } } }';
const fields =
  'id condition origin layer active noAnswerSeconds source observedAt version target { kind number entry { displayName } }';

/** Starts the program, and gives Anna a mobile. */
export async function startForwardings(): Promise<ForwardingsTest> {
  const app = await startTestApp();
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const person = (email: string, asked: string) =>
    `{ person(ref: { email: "${email}" }) { ${asked} } }`;
  const { data: found } = await app.ask('technician', person(annaMail, 'version'));
  await carryOut(app, 'technician', 'setNumbers', {
    person: { email: annaMail },
    mobile: annasMobile,
    expectedVersion: textAt(found, 'person.version'),
  });
  let seq = 0;
  return {
    app,
    db,
    anna: await app.token('employee', '1861', '40103'),
    send: async (forwardings, more = {}, who = 'phoneSystem') => {
      const usual = { condition: 'UNCONDITIONAL', active: true };
      const input = {
        dialPlan: 'sydnarke.test',
        layer: 'PBX',
        forwardings: forwardings.map((one) => {
          seq += 1;
          const observedAt = app.clock.now().toISOString();
          return { ...usual, observedAt, reportSeq: String(seq), ...one };
        }),
        ...more,
      };
      const { data, text } = await app.ask(who, report, { input });
      return at(data, 'reportForwardings') ?? text;
    },
    forward: async (who, input) => {
      const mutation = `mutation ($input: SetForwardingInput!) { setForwarding(input: $input) { forwarding { ${fields} } userErrors { code field message } } }`;
      const all = { person: { email: annaMail }, condition: 'UNCONDITIONAL', ...input };
      const { data, text } = await app.ask(who, mutation, { input: all });
      return at(data, 'setForwarding') ?? text;
    },
    absent: async (email = annaMail) => {
      const mutation = `mutation { setAbsence(input: { person: { email: "${email}" }, reason: MEETING }) { absence { cover } userErrors { code } } }`;
      return at((await app.ask('operator', mutation)).data, 'setAbsence');
    },
    seen: async (email = annaMail) => {
      const { data } = await app.ask('operator', person(email, `forwardings { ${fields} }`));
      return at(data, 'person.forwardings') as readonly Report[];
    },
    answer: async (email = annaMail) => {
      const asked = 'reachability { verdict connectTo { e164 } trace }';
      const { data } = await app.ask('operator', person(email, asked));
      return at(data, 'person.reachability');
    },
    recorded: async () =>
      (await db.query('select action, actor, roles from audit_entry order by id')).rows,
    forget: async () => {
      await db.query('truncate forwarding, phone_report, absence, audit_entry');
    },
    stop: async () => {
      await db.end();
      await app.stop();
    },
  };
}

/** Every row of every table as JSON: for what must be in none of them. */
export async function everyRow(db: Client): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const all: string[] = [];
  for (const { name } of rows) {
    const read = await db.query<{ row: string }>(
      `select to_jsonb(t)::text as row from "${name}" t`,
    );
    all.push(...read.rows.map(({ row }) => row));
  }
  return all;
}
