import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { serverAccount } from '../../../src/demo/postgres-account.js';
import { installedBinaries, runnableBinaries } from '../../../src/demo/postgres-binaries.js';
import { InstanceRunningError } from '../../../src/demo/postgres-lock.js';
import { claim } from '../../../src/demo/postgres-place.js';
import { processIdentity, signal, waitForEnd } from '../../../src/demo/postgres-process.js';
import {
  startPostgres,
  type PostgresOptions,
  type RunningPostgres,
} from '../../../src/demo/postgres.js';

const isRoot = process.getuid?.() === 0;
const closers: (() => Promise<void> | void)[] = [];
let state: string;

beforeEach(() => {
  state = stateDirectory();
  // PostgreSQL's user can enter it, as it can most clones.
  chmodSync(state, 0o755);
});

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

describe('the embedded PostgreSQL', () => {
  it('keeps its data from one start to the next', async () => {
    const first = await start(state);
    await query(first.ownerUrl, 'create table kept (word text)', `insert into kept values ('här')`);
    await first.stop();

    const second = await start(state);

    expect(await query(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'här' }]);
    expect(second.ownerUrl).not.toContain(':5432');
  });

  it('gives the program a role that owns nothing and makes nothing', async () => {
    const { programUrl, ownerUrl } = await start(state);

    await expect(query(programUrl, 'create table mine ()')).rejects.toThrow('permission denied');
    await expect(query(programUrl, 'create temporary table mine ()')).rejects.toThrow(
      'permission denied',
    );
    expect(
      await query(ownerUrl, `select lower('ÅSA'), 'Ö' > 'Z' collate "sv-x-icu" as swedish`),
    ).toEqual([{ lower: 'åsa', swedish: true }]);
    expect(await query(ownerUrl, 'show listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
  });

  it('loses nothing when the server is killed', async () => {
    const first = await start(state, { durable: true });
    await query(first.ownerUrl, 'create table kept ()');
    signal(first.pid, 'SIGKILL');
    await waitForEnd(first.pid, 5_000);
    await first.stop();

    const second = await start(state);

    expect(await query(second.ownerUrl, 'select * from kept')).toEqual([]);
  });

  it('stops the server that a killed program left behind', async () => {
    const { parent, serverPid } = await startInOtherProcess(state);
    await kill(parent);
    expect(processIdentity(serverPid)).not.toBeNull();
    const lines: string[] = [];

    const next = await start(state, { log: (line) => lines.push(line) });

    expect(processIdentity(serverPid)).toBeNull();
    expect(lines.join('\n')).toContain(`process ${serverPid}`);
    expect(await query(next.programUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('leaves a process alone that has the number of a dead server by now', async () => {
    const first = await start(state);
    const pidFile = join(dataOf(state), 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await first.stop();
    writeFileSync(pidFile, [process.pid, ...lines.slice(1)].join('\n'));

    const second = await start(state);

    expect(await query(second.programUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a state directory that another living program uses', async () => {
    const { parent } = await startInOtherProcess(state);

    await expect(startPostgres(state)).rejects.toThrow(InstanceRunningError);
    await expect(startPostgres(state)).rejects.toThrow(`process id ${parent.pid} uses`);
  });

  it('makes the database anew when the first start was interrupted', async () => {
    const first = await start(state);
    await first.stop();
    const secrets = join(state, 'postgres-secrets.json');
    const kept = JSON.parse(readFileSync(secrets, 'utf8')) as object;
    writeFileSync(secrets, JSON.stringify({ ...kept, madeAt: null }));
    rmSync(join(dataOf(state), 'global'), { recursive: true });

    const second = await start(state);

    expect(await query(second.programUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a folder that others can enter, and a link', () => {
    const open = join(state, 'open');
    claim(open, null);
    chmodSync(open, 0o755);

    const link = join(state, 'link');
    symlinkSync(open, link);

    expect(() => claim(open, null)).toThrow('not a folder of the embedded PostgreSQL alone');
    expect(() => claim(link, null)).toThrow('not a folder of the embedded PostgreSQL alone');
  });
});

const asRoot = isRoot ? describe : describe.skip;
asRoot('the embedded PostgreSQL, started by root in a folder that only root can enter', () => {
  it('lives elsewhere and says where', async () => {
    chmodSync(state, 0o700);

    const server = await start(state);

    expect(await query(server.programUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(state, 'postgres'))).toBe(false);
    expect(homeOutside(state)).toMatch(/^\/var\/(lib|tmp)\/ett-samtal-[0-9a-f]{16}$/);
  });

  it('runs a copy of its programs', async () => {
    const account = serverAccount();
    const installed = installedBinaries();
    const closed = join(stateDirectory(), 'native');
    cpSync(installed.folder, closed, { recursive: true, verbatimSymlinks: true });
    const unreachable = { ...installed, folder: closed, postgres: join(closed, 'bin', 'postgres') };

    const copy = await runnableBinaries(unreachable, account, claim(join(state, 'home'), account));

    expect(copy.folder).toBe(join(state, 'home', `postgresql-${installed.version}`));
    expect(existsSync(join(copy.folder, 'lib', 'libpq.a'))).toBe(false);
  });
});

function stateDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ett-samtal-test-'));
  closers.push(() => {
    const outside = homeOutside(directory);
    if (outside !== null) rmSync(outside, { recursive: true, force: true });
    rmSync(directory, { recursive: true, force: true });
  });
  return directory;
}

async function start(directory: string, options: PostgresOptions = {}): Promise<RunningPostgres> {
  const server = await startPostgres(directory, { durable: false, ...options });
  closers.push(() => server.stop());
  return server;
}

async function startInOtherProcess(
  directory: string,
): Promise<{ parent: ChildProcess; serverPid: number }> {
  const parent = spawn(process.execPath, ['test/support/hold-postgres.mjs', directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve, reject) => {
    parent.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
    parent.once('exit', (code) => reject(new Error(`The other process ended (${code}).`)));
  });
  const serverPid = Number(said);
  closers.push(async () => {
    await kill(parent);
    signal(serverPid, 'SIGKILL');
    await waitForEnd(serverPid, 5_000);
  });
  return { parent, serverPid };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

function dataOf(directory: string): string {
  return join(directory, 'postgres', 'data');
}

function homeOutside(directory: string): string | null {
  const note = join(directory, 'postgres-location.txt');
  if (!existsSync(note)) return null;
  return /lives in (\S+),/.exec(readFileSync(note, 'utf8'))?.[1] ?? null;
}
