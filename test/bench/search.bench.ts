// What `npm run bench:search` runs: whole requests over HTTP on loopback, one at a time, of every kind of search, to a
// program over a directory of so many people, from a client in another process.
import './in-service.js';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { startPostgres, type RunningPostgres } from '../../src/demo/postgres.js';
import { judgedQueries, queryKinds, type QueryKind } from '../search/judged.js';
import { startTestApp } from '../support/app.js';
import { makeTemplate } from '../support/template.js';
import { fill } from './population.js';
import { sharedBuffers } from './surroundings.js';
import type { SearchRound, Timed } from './search-clients.js';

/** Where the figures are kept, by how many people there were among others. */
const results = [
  { people: 100_000, file: './search.txt' },
  { people: 1_000_000, file: './search-million.txt' },
];
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '5000,100000' },
    rounds: { type: 'string', default: '5' },
  },
});
const sizes = values.people.split(',').map(Number);
const rounds = Number(values.rounds);
if (![...sizes, rounds].every((one) => Number.isInteger(one) && one > 0)) {
  process.stderr.write('npm run bench:search [-- --people 5000,100000 --rounds 5]\n');
  process.exit(2);
}

/** What 99 of 100 requests take at most, in milliseconds: of each kind, by how many people there are. */
const goals: readonly {
  readonly people: number;
  readonly usual: number;
  readonly alike: number;
}[] = [
  { people: 10_000, usual: 8, alike: 8 },
  { people: 200_000, usual: 15, alike: 30 },
  { people: Infinity, usual: 40, alike: 120 },
];
const alike: readonly QueryKind[] = ['sound', 'slip'];
const document = `query ($query: String!) { searchDirectory(query: $query, first: 20) {
  edges { cursor matchedOn { field kind } node { __typename id displayName
    ... on DirectoryEntry { numbers { kind e164 extension } } ... on Person { title email unit { id name } } } }
  pageInfo { hasNextPage endCursor } } }`;
/** Rounds before those that count. */
const warm = 2;

async function measure(people: number, postgres: RunningPostgres): Promise<readonly string[]> {
  const app = await startTestApp(undefined, postgres);
  const client = fork(new URL('./search-clients.ts', import.meta.url), {
    execArgv: process.execArgv,
  });
  try {
    say(`Loading ${people} people.`);
    const began = performance.now();
    await fill(app.app.get(DataSource), app.databaseUrl, people, app.clock.now());
    const loaded = ((performance.now() - began) / 1000).toFixed(0);
    const lines = [`${people} people (written in ${loaded} s), ${rounds} rounds`];
    const ask = async (queries: readonly string[], times: number, asked = document) => {
      const round: SearchRound = {
        url: app.url,
        token: app.keys['operator'] ?? '',
        document: asked,
        queries,
        rounds: times,
      };
      client.send(round);
      const ended = once(client, 'exit').then(() => {
        throw new Error('The client ended.');
      });
      const answer = once(client, 'message') as Promise<[readonly Timed[]]>;
      return (await Promise.race([answer, ended]))[0];
    };
    // What a request costs that asks for nothing: of the machine, and of the way to the program and back.
    const nothing = Array.from({ length: 100 }, (_, n) => `${n}`);
    for (const times of [warm, rounds]) {
      const timed = await ask(nothing, times, '{ __typename }');
      if (times === rounds) lines.push(lineOf('(nothing)', timed, null));
    }
    for (const kind of queryKinds) {
      const queries = judgedQueries.filter((one) => one.kind === kind).map(({ typed }) => typed);
      await ask(queries, warm);
      const timed = await ask(queries, rounds);
      const goal = goals.find((one) => people <= one.people);
      lines.push(lineOf(kind, timed, (alike.includes(kind) ? goal?.alike : goal?.usual) ?? 0));
    }
    return lines;
  } finally {
    client.kill();
    await app.stop();
  }
}

function lineOf(kind: string, timed: readonly Timed[], goal: number | null): string {
  const all = timed.flatMap(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const part = (share: number) => all[Math.floor(share * (all.length - 1))] ?? Number.NaN;
  const times = `  ${kind.padEnd(12)} median ${part(0.5).toFixed(1)}, p99 ${part(0.99).toFixed(1)} ms`;
  if (goal === null) return times;
  const worst = timed
    .map(
      ({ query, milliseconds }) =>
        [
          query,
          milliseconds.toSorted((a, b) => a - b)[Math.floor(milliseconds.length / 2)] ?? 0,
        ] as const,
    )
    .toSorted(([, a], [, b]) => b - a)[0];
  const found = timed.filter(({ hits }) => hits > 0).length;
  const verdict = part(0.99) <= goal ? 'ok' : 'MISSED';
  return `${times} (goal ${goal}: ${verdict}); slowest "${worst?.[0]}" ${worst?.[1].toFixed(1)}; answered ${found} of ${timed.length}`;
}

const postgres = await startPostgres(join('.data', 'bench'), {
  durable: true,
  sharedBuffers: sharedBuffers(Math.max(...sizes)),
  log: say,
});
let failed = false;
try {
  await makeTemplate(postgres);
  const lines = [
    `Search, measured on ${new Date().toISOString().slice(0, 10)} by npm run bench:search`,
  ];
  for (const people of sizes) lines.push('', ...(await measure(people, postgres)));
  say(`\n${lines.join('\n')}`);
  for (const { people, file } of results)
    if (sizes.includes(people))
      writeFileSync(new URL(file, import.meta.url), `${lines.join('\n')}\n`);
} catch (error) {
  failed = true;
  process.stderr.write(`Not measured: ${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  await postgres.stop();
}
process.exit(failed ? 1 : 0);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
