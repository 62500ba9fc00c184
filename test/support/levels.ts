import { Client } from 'pg';
import { globalId, parseGlobalId, type PersonId } from '../../src/kernel/ids.js';
import { startTestApp, type Answer, type TestApp } from './app.js';
import { at, textAt } from './json.js';

/** The running program, with two officers of Hallsberg who have entries, and a look into its database. */
export type LevelsTest = {
  readonly app: TestApp;
  readonly db: Client;
  /** Erik Björkman and Désirée Holm, officers of Hallsberg; an officer of Laxå. */
  readonly first: string;
  readonly second: string;
  readonly elsewhere: string;
  /** The id that a person of Hallsberg has, by the first part of the mail address; whatever the level. */
  id(uid: string): Promise<string>;
  /** Level and version, such as `OPEN 1`. */
  local(uid: string): Promise<string | undefined>;
  /** Sets a level behind the program's back, with the next version. */
  force(uid: string, level: string): Promise<void>;
  /** What a mutation came to: the payload without errors, or each error as `CODE field`, or the codes of faults. */
  change(who: string, name: string, input: object, payload?: string): Promise<unknown>;
  /** The payload of setProtection or confirmProtection of what the officer reads now: its step, or the errors. */
  protect(who: string, name: string, uid: string, level: string): Promise<unknown>;
  /** What is recorded with this action: actor, purpose and fields, the oldest first. */
  audited(action: string, uid?: string): Promise<readonly unknown[]>;
  /** The names of the hits of a search. */
  hits(who: string, query: string): Promise<unknown>;
  stop(): Promise<void>;
};

/** Starts the program over its own database. */
export async function startLevels(): Promise<LevelsTest> {
  const app = await startTestApp();
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const uuid = async (uid: string): Promise<PersonId> => {
    const { rows } = await db.query<{ id: PersonId }>('select id from person where email = $1', [
      `${uid}@hallsberg.test`,
    ]);
    if (rows[0] === undefined) throw new Error(`Nobody in Hallsberg is ${uid}.`);
    return rows[0].id;
  };
  const change: LevelsTest['change'] = async (who, name, input, payload = '') => {
    const type = inputTypes[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { ${payload} userErrors { code field } } }`;
    return shortly(await app.ask(who, mutation, { input }), name);
  };
  const local: LevelsTest['local'] = async (uid) => {
    const { rows } = await db.query<{ local: string }>(
      `select protection_level || ' ' || version as local from person_local where person_id = $1`,
      [await uuid(uid)],
    );
    return rows[0]?.local;
  };
  return {
    app,
    db,
    first: await app.token('officer', '1861', '40102'),
    second: await app.token('officer', '1861', '40104'),
    elsewhere: await app.token('officer', '1860', '60101'),
    id: async (uid) => globalId('PERSON', await uuid(uid)),
    local,
    force: async (uid, level) => {
      await db.query(
        'update person_local set protection_level = $2, version = version + 1 where person_id = $1',
        [await uuid(uid), level],
      );
    },
    change,
    protect: async (who, name, uid, level) => {
      const [, expectedVersion] = (await local(uid))?.split(' ') ?? [];
      const personId = globalId('PERSON', await uuid(uid));
      const input = { personId, level, caseReference: 'KS 2026-118', expectedVersion };
      const answer = await change(who, name, input, 'step');
      return Array.isArray(answer) ? answer : textAt(answer, 'step');
    },
    audited: async (action, uid) => {
      const { rows } = await db.query<{ purpose: string | null; fields: readonly string[] }>(
        `select purpose, fields from audit_entry
          where action = $1 and ($2::uuid is null or about = $2) order by id`,
        [action, uid === undefined ? null : await uuid(uid)],
      );
      return rows.map(({ purpose, fields }) => `${purpose}: ${fields.join(' ')}`);
    },
    hits: async (who, query) => {
      const search = `query ($query: String!) { searchDirectory(query: $query, first: 100) { edges { node { displayName } } } }`;
      const { data } = await app.ask(who, search, { query });
      return at(data, 'searchDirectory.edges.*.node.displayName');
    },
    stop: async () => {
      await db.end();
      await app.stop();
    },
  };
}

const inputTypes: Readonly<Record<string, string>> = {
  confirmProtection: 'SetProtectionInput',
  removeNamedViewer: 'NameViewerInput',
  blindContactRequest: 'BlindContactInput',
};

/** The UUID in a person's global id. */
export function personUuid(id: string): PersonId {
  return parseGlobalId(id)?.id as PersonId;
}

function shortly({ data, errors }: Answer, name: string): unknown {
  if (errors) return errors.map(({ extensions }) => extensions.code);
  const { userErrors, ...rest } = at(data, name) as {
    readonly userErrors: readonly { readonly code: string; readonly field: string[] | null }[];
  };
  if (userErrors.length === 0) return rest;
  return userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`);
}
