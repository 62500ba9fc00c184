import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { RunningPostgres } from '../../src/demo/postgres.js';
import { globalId, type PersonId } from '../../src/kernel/ids.js';
import { startTestApp } from '../support/app.js';
import { memoryOf } from '../support/live/process-facts.js';
import { startProgram } from '../support/program.js';
import type { Measured, Start } from './live-clients.js';

/** So many clients of so many processes, and so many changes a second that all of them see. */
export type LiveRun = {
  readonly name: string;
  readonly subscribers: number;
  readonly rate: number;
  readonly processes: number;
  readonly seconds: number;
};

const perKey = 100;
const nobody = '00000000-0000-4000-8000-000000000000' as PersonId;
const query = `subscription { directoryChanged { kind: __typename ... on EntryChanged { cursor entry { id displayName
  ... on Person { title numbers { e164 kind } currentAbsence { reason endsAt } presence { availability } } } }
  ... on EntryGone { cursor id } ... on Bookmark { cursor } ... on ResyncRequired { cursor } } }`;

/** Measures one run, and after it the bare server with the same clients. Returns lines to read. */
export async function liveRun(
  run: LiveRun,
  postgres: RunningPostgres,
  say: (line: string) => void,
): Promise<readonly string[]> {
  say(`${run.name}: starting`);
  const app = await startTestApp(undefined, postgres);
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const programs = await Promise.all(
    Array.from({ length: run.processes }, () => startProgram(app.environment)),
  );
  const clients = forked('live-clients.ts');
  try {
    const keys = await Promise.all(
      Array.from({ length: Math.ceil(run.subscribers / perKey) }, (_, i) =>
        app.makeKey({
          role: 'OPERATOR',
          label: `Klienter ${i}`,
          municipality: null,
          scopes: [],
          expiresAt: new Date(Date.now() + 86_400_000),
        }),
      ),
    );
    await begin(clients, {
      urls: programs.map(({ url }) => `${url.replace('http', 'ws')}/graphql`),
      tokens: keys,
      count: run.subscribers,
      query,
    });
    const people = await db.query<{ id: PersonId }>(
      `select p.id from person p join person_local l on l.person_id = p.id
        where p.employment = 'ACTIVE' and l.protection_level = 'OPEN' and p.kind <> 'SHARED_PHONE' order by p.id limit 40`,
    );
    const ids = people.rows.map(({ id }) => id);
    const titles = new Map<string, string>();
    const windows: Measured[] = [];
    const rss: number[] = [];
    const change = async (i: number) => {
      const id = ids[i % ids.length] as PersonId;
      const title = `t${Math.round(performance.timeOrigin + performance.now())}`;
      titles.set(globalId('PERSON', id), title);
      await db.query('update person set title = $1 where id = $2', [title, id]);
    };
    await paced(run.rate, Math.min(5, run.seconds), change);
    await asked(clients, { measure: true });
    const cpu = processorOf(programs.map(({ pid }) => pid));
    const windowSeconds = Math.max(5, Math.round(run.seconds / 10));
    for (let done = 0; done < run.seconds; done += windowSeconds) {
      await paced(run.rate, windowSeconds, change);
      windows.push(((await asked(clients, { measure: true })) as { measured: Measured }).measured);
      rss.push(programs.reduce((sum, { pid }) => sum + memoryOf(pid), 0));
    }
    const spent = processorOf(programs.map(({ pid }) => pid)) - cpu;
    const right = await rightIn(clients, [...titles], run.subscribers);
    const deliveries = windows.reduce((sum, one) => sum + one.deliveries, 0);
    const bare = await bareRun(run, Math.min(run.seconds, 60));
    const last = windows.at(-1);
    const half = rss[Math.floor(rss.length / 2)] ?? 0;
    const ours = deliveries / spent;
    return [
      `  pictures right at the end: ${right} of ${run.subscribers}; told to list again ${last?.resyncs}, sockets lost ${last?.lost}`,
      `  from commit to client, ms: p50 ${spread(windows.map(({ p50 }) => p50))}, p99 ${spread(windows.map(({ p99 }) => p99))}, longest ${spread(windows.map(({ most }) => most))} (least, median and most of ${windows.length} windows)`,
      `  deliveries: ${Math.round(deliveries / run.seconds)} a second; ${Math.round(ours)} per second of the processor, ${(ours / bare).toFixed(2)} of bare graphql-ws (${Math.round(bare)})`,
      `  memory: ${Math.round(half)} MiB at half-time, ${Math.round(rss.at(-1) ?? 0)} MiB at the end`,
    ];
  } finally {
    clients.kill();
    for (const program of programs) await program.stop();
    await db.end();
    await app.stop();
  }
}

/** How many pictures are right in the end, or after ten seconds. */
async function rightIn(
  clients: ChildProcess,
  compare: readonly (readonly [string, string])[],
  wanted: number,
): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    await pause(1_000);
    const { right } = (await asked(clients, { compare })) as { right: number };
    if (right === wanted || tries === 10) return right;
  }
}

/** Deliveries per second of the processor of graphql-ws alone. */
async function bareRun(run: LiveRun, seconds: number): Promise<number> {
  const server = forked('bare-live.ts');
  const clients = forked('live-clients.ts');
  try {
    const [{ port }] = (await once(server)) as [{ port: number }];
    await begin(clients, {
      urls: [`ws://127.0.0.1:${port}/graphql`],
      tokens: [''],
      count: run.subscribers,
      query: 'subscription { directoryChanged }',
    });
    const change = async (i: number) => {
      const id = globalId('PERSON', nobody);
      const title = `t${Math.round(performance.timeOrigin + performance.now())}`;
      const entry = {
        id,
        displayName: 'Anna-Karin Lindblad',
        title,
        numbers: [
          { e164: '+46582001234', kind: 'DIRECT' },
          { e164: '+46701740605', kind: 'MOBILE' },
        ],
        currentAbsence: null,
        presence: { availability: 'UNKNOWN' },
      };
      server.send({
        directoryChanged: { kind: 'EntryChanged', cursor: `${i}`.padStart(59, 'a'), entry },
      });
    };
    await paced(run.rate, 5, change);
    await asked(clients, { measure: true });
    const before = processorOf([server.pid ?? 0]);
    await paced(run.rate, seconds, change);
    const spent = processorOf([server.pid ?? 0]) - before;
    const { measured } = (await asked(clients, { measure: true })) as { measured: Measured };
    return measured.deliveries / spent;
  } finally {
    clients.kill();
    server.kill();
  }
}

/** Does something so many times a second, for so many seconds. */
async function paced(rate: number, seconds: number, work: (i: number) => Promise<void>) {
  const began = performance.now();
  for (let i = 0; i < rate * seconds; i += 1) {
    const due = began + (i * 1_000) / rate;
    if (due > performance.now()) await pause(due - performance.now());
    await work(i);
  }
  const rest = began + seconds * 1_000 - performance.now();
  if (rest > 0) await pause(rest);
}

function forked(file: string): ChildProcess {
  return fork(resolve('test/bench', file), {
    execArgv: ['--import', resolve('test/support/typescript.mjs')],
  });
}

function once(child: ChildProcess): Promise<[unknown]> {
  return new Promise((found, failed) => {
    const ended = () => failed(new Error('A process of the measurement ended.'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      found([message]);
    });
  });
}

async function asked(child: ChildProcess, message: object): Promise<unknown> {
  const answer = once(child);
  child.send(message);
  return (await answer)[0];
}

async function begin(clients: ChildProcess, start: Start): Promise<void> {
  const answer = (await asked(clients, { start })) as { readonly failed?: string };
  if (answer.failed !== undefined) throw new Error(answer.failed);
}

/** Seconds of the processor that processes have taken. */
function processorOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) / 100;
  }, 0);
}

function spread(values: readonly number[]): string {
  const ordered = values.toSorted((a, b) => a - b).map((one) => Math.round(one));
  return `${ordered[0]}/${ordered[Math.floor(ordered.length / 2)]}/${ordered.at(-1)}`;
}
