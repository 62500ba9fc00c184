import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { configFrom } from '../../../src/config/config.js';
import { startReader } from '../../../src/start-reader.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { lives } from '../../support/lives.js';
import { startProgram, type Program } from '../../support/program.js';
import { until } from '../../support/until.js';

let app: TestApp;
let db: Client;
let program: Program;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  program = await startProgram(app.environment);
}, 120_000);
afterAll(async () => {
  await program.stop();
  await db.end();
  await app.stop();
}, 60_000);

/** The process that the program has started. */
function reader(): number | undefined {
  const children = `/proc/${program.pid}/task/${program.pid}/children`;
  const [pid] = readFileSync(children, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return pid;
}
async function runs(): Promise<number> {
  const { rows } = await db.query('select id from sync_run where finished_at is not null');
  return rows.length;
}
const read = (count: number) =>
  until('What was read', 20_000, async () => ((await runs()) >= count ? true : null));

test('directories are read by a process of lower priority, that is started again when it is killed', async () => {
  const before = await runs();
  await read(before + 3);
  const first = reader() ?? 0;
  expect(getPriority(first)).toBeGreaterThan(getPriority(program.pid));
  process.kill(first, 'SIGKILL');
  await read(before + 6);
  const second = reader() ?? 0;
  expect([second === first, lives(second)]).toEqual([false, true]);
  expect(program.said()).toContain('sync.reader_ended how=SIGKILL');
}, 60_000);

test('it ends with the program, also with one that is killed', async () => {
  const one = reader() ?? 0;
  await program.stop();
  expect(lives(one)).toBe(false);
  program = await startProgram(app.environment);
  const other = await until('The reader', 20_000, async () => reader() ?? null);
  process.kill(program.pid, 'SIGKILL');
  await until('Its end', 20_000, async () => (lives(other) ? null : true));
}, 60_000);

test('where none can be started, the one that serves goes on and tries again', async () => {
  const said: unknown[] = [];
  const log = new ConsoleLogger();
  log.error = (message: unknown) => void said.push(message);
  const { execPath } = process;
  Logger.overrideLogger(log);
  process.execPath = '/there/is/no/node';
  const other = startReader(configFrom(app.environment));
  try {
    await until('What was said', 10_000, async () => (said.length > 0 ? true : null));
    expect(said).toEqual([expect.stringMatching(/^sync\.reader_ended how=ENOENT/)]);
  } finally {
    process.execPath = execPath;
    await other.stop();
  }
}, 60_000);
