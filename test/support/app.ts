import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configFrom } from '../../src/config/config.js';
import { loadOrCreateCertificate } from '../../src/demo/certificate.js';
import { demonstrationKeys } from '../../src/demo/demonstration-keys.js';
import {
  demonstrationMunicipalities,
  type DemonstrationMunicipality,
} from '../../src/demo/demonstration-municipalities.js';
import { directoriesYaml } from '../../src/demo/directories-yaml.js';
import { demonstrationSignIn } from '../../src/demo/demonstration-people.js';
import { demonstrationToken, prepareIssuers } from '../../src/demo/issuers.js';
import { parseLdif } from '../../src/demo/ldif.js';
import { startLdapServer, type RunningLdapServer } from '../../src/demo/ldap-server.js';
import { DataSource } from 'typeorm';
import { CreateKey } from '../../src/changes/create-key.js';
import type { KeyRequest } from '../../src/changes/key-request.js';
import type { MunicipalityCode } from '../../src/kernel/ids.js';
import { atCommandLine } from '../../src/kernel/viewer.js';
import { startApp } from '../../src/start.js';
import type { RunReport } from '../../src/store/sync-runs.store.js';
import { SyncSchedule } from '../../src/sync/sync-schedule.js';
import { SyncSource } from '../../src/sync/sync-source.js';
import { boundless } from './boundless.js';
import { TestClock } from './clock.js';
import { reportBothWays } from './compiled/report.js';
import { createTestDatabase, testCertificate } from './database.js';

/** A GraphQL answer as it came. */
export type Answer = {
  readonly status: number;
  /** To be read with json.ts. */
  readonly data: unknown;
  readonly errors?: readonly { message: string; extensions: { code: string; requestId: string } }[];
  readonly text: string;
};

/** The running program over a real database and the three embedded directories, with a key of each kind. */
export type TestApp = {
  readonly app: NestExpressApplication;
  readonly clock: TestClock;
  readonly url: string;
  readonly databaseUrl: string;
  /** What a command needs to be told to work on the same database and directories. */
  readonly environment: Readonly<Record<string, string>>;
  /** Keys by the names that keys.json has, and tokens that were asked for. */
  readonly keys: Readonly<Record<string, string>>;
  makeKey(request: KeyRequest): Promise<string>;
  token(
    role: 'employee' | 'officer' | 'auditor',
    code: string,
    employeeId?: string,
  ): Promise<string>;
  /** Serves another text in place of a municipality's LDIF, from now on. */
  changeDirectory(code: string, edit: (text: string) => string): Promise<void>;
  /** Takes a municipality's directory server away. */
  stopDirectory(code: string): Promise<void>;
  /** Reads one directory now. */
  sync(code: string): Promise<RunReport | null>;
  ask(who: string, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
};

/** Starts everything and synchronises once; `through` may put something between the program and the database's port, and the database may be on a server of its own. */
export async function startTestApp(
  through: (port: number) => Promise<number> = async (port) => port,
  ...server: Parameters<typeof createTestDatabase>
): Promise<TestApp> {
  const state = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  const database = await createTestDatabase(...server);
  const tls = await loadOrCreateCertificate(testCertificate);
  const bindPassword = 'las-bara-i-test';
  const servers = new Map<string, RunningLdapServer>();
  const serve = async (municipality: DemonstrationMunicipality, text: string, port = 0) => {
    const { bindDn, code } = municipality;
    const entries = parseLdif(text);
    servers.set(code, await startLdapServer({ entries, bindDn, bindPassword, tls, port }));
  };
  const sources = [];
  for (const municipality of demonstrationMunicipalities) {
    await serve(municipality, readFileSync(municipality.ldif, 'utf8'));
    const port = servers.get(municipality.code)?.port;
    sources.push({ municipality, servers: [`ldaps://127.0.0.1:${port}`] });
  }
  const file = join(state, 'directories.yaml');
  writeFileSync(file, directoriesYaml(sources, await prepareIssuers(state), tls.certFile));
  const programUrl = new URL(database.programUrl);
  programUrl.port = String(await through(Number(programUrl.port)));
  const clock = new TestClock();
  const environment = {
    PORT: '0',
    DATABASE_URL: programUrl.href,
    DATABASE_OWNER_URL: database.ownerUrl,
    DIRECTORIES_FILE: file,
    SERVER_SECRET: 'a secret of the tests, long enough to be one',
    DEMONSTRATION_BIND_PASSWORD: bindPassword,
  };
  const keys: Record<string, string> = {};
  const demonstration = demonstrationSignIn(state, () => keys);
  const config = { ...configFrom(environment), allowances: boundless, demonstration };
  const app = await startApp(config, clock);
  const bothWays = reportBothWays(app);
  await app.get(SyncSchedule).start();
  await readTheRest(app);
  const makeKey = async (request: KeyRequest) => {
    const outcome = await app.get(CreateKey, { strict: false }).carryOut(atCommandLine, request);
    if (!outcome.ok) throw new Error(`No key: ${outcome.errors[0].code}.`);
    return outcome.value.text;
  };
  const expiresAt = new Date(clock.now().getTime() + 60 * 86_400_000);
  for (const { name, role, code, scopes } of demonstrationKeys) {
    const municipality = code as MunicipalityCode | null;
    keys[name] = await makeKey({ role, label: name, municipality, scopes, expiresAt });
  }
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    app,
    clock,
    url,
    databaseUrl: database.ownerUrl,
    environment,
    keys,
    makeKey,
    token: (role, code, employeeId) =>
      demonstrationToken(state, {
        code,
        roles: role === 'employee' ? [] : [role],
        employeeId: employeeId ?? null,
      }),
    changeDirectory: async (code, edit) => {
      const municipality = demonstrationMunicipalities.find((one) => one.code === code);
      if (municipality === undefined) throw new Error(`No municipality ${code}.`);
      const port = servers.get(code)?.port ?? 0;
      await servers.get(code)?.close();
      await serve(municipality, edit(readFileSync(municipality.ldif, 'utf8')), port);
    },
    stopDirectory: async (code) => servers.get(code)?.close(),
    sync: (code) => {
      const source = app
        .get(SyncSchedule)
        .sources()
        .find((s) => s.municipality.code === code);
      if (source === undefined) throw new Error(`No source of ${code}.`);
      return app.get(SyncSource, { strict: false }).run(source);
    },
    ask: (who, query, variables) => ask(url, keys[who] ?? who, query, variables),
    stop: async () => {
      await app.close();
      for (const server of servers.values()) await server.close();
      await database.drop();
      rmSync(state, { recursive: true });
      bothWays();
    },
  };
}

async function ask(
  url: string,
  key: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      // Always the same, so that answers can be compared byte for byte.
      'x-request-id': 'asked-by-a-test',
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, data, ...(errors && { errors }), text };
}

/** On a machine that stood still for some seconds a directory may not have answered in time, which is no fault of the program's. */
async function readTheRest(app: NestExpressApplication): Promise<void> {
  const rows = (await app
    .get(DataSource)
    .query('select distinct municipality_code as code from person')) as { code: string }[];
  for (const source of app.get(SyncSchedule).sources())
    if (!rows.some(({ code }) => code === source.municipality.code))
      await app.get(SyncSource, { strict: false }).run(source);
}
