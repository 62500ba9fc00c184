import { Client } from 'pg';
import { startTestApp, type TestApp } from './app.js';
import { at, textAt } from './json.js';

/** Anna-Karin Lindblad, who works in Hallsberg, and Eva Sundin, who is PROTECTED there. */
export const anna = { mail: 'anna-karin.lindblad@hallsberg.test', number: '+46582001234' };
export const eva = { mail: 'eva.sundin@hallsberg.test', number: '+46582001252' };
export const dialPlan = 'sydnarke.test';

/** What a batch that was taken is answered. */
export function receipt(acceptedCount: number) {
  return { accepted: true, acceptedCount, userErrors: [] };
}

/** The running program with a look into its database, where what is reported comes in the order in which it is made. */
export type LiveFacts = {
  readonly app: TestApp;
  readonly db: Client;
  /** Anna-Karin, a colleague of hers, and Eva. */
  readonly self: string;
  readonly colleague: string;
  readonly herself: string;
  /** Anna-Karin's global id. */
  readonly id: string;
  /** A sequence above all that were before. */
  next(): string;
  /** When and in which order something was seen. */
  observed(): { observedAt: string; reportSeq: string };
  change(who: string, name: string, input: object, payload?: string): Promise<unknown>;
  /** Says something of oneself: free, unless it is said otherwise. */
  say(different?: object, who?: string): Promise<unknown>;
  takeBack(sessionId: string): Promise<unknown>;
  reportPresences(reports: readonly object[], who?: string): Promise<unknown>;
  reportLines(lines: readonly object[], full?: boolean): Promise<unknown>;
  presence(who?: string, email?: string): Promise<unknown>;
  /** Forgets all live facts. */
  forget(): Promise<void>;
  stop(): Promise<void>;
};

const said = { sessionId: 'desk', availability: 'AVAILABLE' };
const acknowledged = 'accepted acceptedCount userErrors { code field }';

/** Starts the program over its own database. */
export async function startLiveFacts(): Promise<LiveFacts> {
  const app = await startTestApp();
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const [self, colleague, herself] = await Promise.all(
    ['40103', '40104', '40116'].map((one) => app.token('employee', '1861', one)),
  );
  if (self === undefined || colleague === undefined || herself === undefined)
    throw new Error('No tokens.');
  const { data } = await app.ask(self, '{ viewer { person { id } } }');
  let seq = 0;
  const next = () => String((seq += 1));
  const observed = () => ({ observedAt: app.clock.now().toISOString(), reportSeq: next() });
  const change: LiveFacts['change'] = async (
    who,
    name,
    input,
    payload = 'userErrors { code field }',
  ) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`.replace('MyPresence', 'Presence');
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${payload} } }`;
    const answer = await app.ask(who, query, { input });
    return at(answer.data, name) ?? answer.text;
  };
  return {
    app,
    db,
    self,
    colleague,
    herself,
    id: textAt(data, 'viewer.person.id'),
    next,
    observed,
    change,
    say: (different = {}, who = self) =>
      change(who, 'setMyPresence', { ...said, sequence: next(), ...different }),
    takeBack: (sessionId) => change(self, 'clearMyPresence', { sessionId }),
    reportPresences: (reports, who = 'phoneSystem') => {
      const all = reports.map((one) => ({ ...said, ...observed(), ...one }));
      return change(who, 'reportPresences', { dialPlan, reports: all }, acknowledged);
    },
    reportLines: (lines, full = false) => {
      const all = lines.map((one) => ({ ...observed(), ...one }));
      return change('phoneSystem', 'reportLines', { dialPlan, full, lines: all }, acknowledged);
    },
    presence: async (who = 'operator', email = anna.mail) => {
      const query = `{ person(ref: { email: "${email}" }) { presence { availability activity signedIn freshness lines { kind status expiresAt } } } }`;
      return at((await app.ask(who, query)).data, 'person.presence');
    },
    forget: async () => {
      await db.query('delete from presence_session');
      await db.query('delete from line_state');
      await db.query('update exchange_state set full_seq = null, full_until = null');
    },
    stop: async () => {
      await db.end();
      await app.stop();
    },
  };
}
