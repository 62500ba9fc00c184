import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lives } from '../../support/lives.js';

const root = resolve('.');
const loader = resolve('test/support/typescript.mjs');
let folder: string;
let running: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
});
afterEach(async () => {
  for (const child of running)
    if (child.exitCode === null && child.signalCode === null) await ended(child, 'SIGINT');
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

/** The program as npm start runs it, in a folder of its own. */
function program(file: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', loader, join(root, 'src', file), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  const end = once(child, 'close');
  if (signal) child.kill(signal);
  const [code] = (await end) as [number | null];
  return code;
}

async function until(said: () => string, words: string | RegExp): Promise<string> {
  for (let i = 0; i < 1_200; i += 1) {
    const found = said().match(words);
    if (found) return found[1] ?? found[0];
    await new Promise((tick) => setTimeout(tick, 50));
  }
  throw new Error(`It never said ${String(words)}: ${said()}`);
}

function postgresPid(): number {
  const at = existsSync(join(folder, '.data/postgres-location.txt'))
    ? (readFileSync(join(folder, '.data/postgres-location.txt'), 'utf8').match(
        /lives in (\S+),/,
      )?.[1] ?? '')
    : join(folder, '.data/postgres');
  return Number(readFileSync(join(at, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
}

async function ask(said: string, key: string, query: string): Promise<string> {
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(said) ?? [];
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

const keysOf = () =>
  JSON.parse(readFileSync(join(folder, '.data/keys.json'), 'utf8')) as Record<string, string>;

test('the demonstration starts, says what it is, answers, stops what it started, and finds its data again', async () => {
  const first = program('main.ts');
  await until(first.said, 'Ctrl-C stops everything.');
  const said = first.said();
  expect(said).toMatch(/embedded demonstration[\s\S]*DATABASE_URL is not set/);
  const keys = keysOf();
  expect(Object.keys(keys)).toEqual([
    'operator',
    'technician',
    'intranetAskersund',
    'intranetHallsberg',
    'intranetLaxa',
    'phoneSystem',
    'integration',
  ]);
  expect(statSync(join(folder, '.data/keys.json')).mode & 0o777).toBe(0o600);
  for (const key of Object.values(keys)) expect(said).toContain(key);
  const search = '{ searchDirectory(query: "anna johansson") { edges { node { displayName } } } }';
  const answer = await ask(said, keys['operator'] ?? '', search);
  expect(answer).toContain('Anna Johansson');
  const token = program('demo/demo-token.ts', ['officer', '1861']);
  expect(await ended(token.child)).toBe(0);
  expect(await ask(said, token.said().trim(), '{ viewer { roles } }')).toBe(
    '{"data":{"viewer":{"roles":["EMPLOYEE","OFFICER"]}}}\n',
  );
  const postgres = postgresPid();
  const change =
    'mutation { setAbsence(input: { person: { email: "anna.johansson@hallsberg.test" }, reason: VACATION }) { userErrors { code } } }';
  expect(await ask(said, keys['operator'] ?? '', change)).toContain('"userErrors":[]');
  expect(await ended(first.child, 'SIGINT')).toBe(0);
  expect(lives(postgres)).toBe(false);

  const second = program('main.ts');
  await until(second.said, 'Ctrl-C stops everything.');
  expect(keysOf()).toEqual(keys);
  const absent =
    '{ person(ref: { email: "anna.johansson@hallsberg.test" }) { currentAbsence { reason } } }';
  expect(await ask(second.said(), keys['operator'] ?? '', absent)).toContain('VACATION');

  // Killed, it leaves its database behind; the next start takes over from it.
  const left = postgresPid();
  await ended(second.child, 'SIGKILL');
  const third = program('main.ts');
  await until(third.said, 'Ctrl-C stops everything.');
  expect(lives(left)).toBe(false);
  expect(await ask(third.said(), keys['operator'] ?? '', absent)).toContain('VACATION');
  expect(await ended(third.child, 'SIGTERM')).toBe(0);
}, 90_000);

test.each<[string, Record<string, string>, string]>([
  [
    'production without a database',
    { NODE_ENV: 'production' },
    'NODE_ENV is production but DATABASE_URL is not set',
  ],
  ['a port that is none', { PORT: 'four thousand' }, 'PORT must be a whole number'],
  [
    'a directories file alone',
    { DIRECTORIES_FILE: 'x.yaml' },
    'DIRECTORIES_FILE is set but DATABASE_URL is not',
  ],
])('%s is refused in one sentence, and nothing is started', async (_, env, sentence) => {
  const { child, said } = program('main.ts', [], env);
  expect(await ended(child)).toBe(1);
  expect(said()).toContain(sentence);
  expect(said().trim().split('\n')).toHaveLength(1);
  expect(existsSync(join(folder, '.data'))).toBe(false);
});
