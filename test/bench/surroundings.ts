import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { RunningPostgres } from '../../src/demo/postgres.js';
import { searchProgram, serverEnvironment, serverProgram } from '../support/openldap/install.mjs';

/** As README advises for so many people, and at least for a hundred thousand: all that is searched is in memory. */
export function sharedBuffers(people: number): string {
  const bytesEach = 4 * 1024;
  return `${Math.max(1, Math.ceil((people * bytesEach) / 2 ** 30))}GB`;
}

/** A sync waits for two servers in turn, so that others on the machine slow it more than its yardsticks. */
const busy = 'THE MACHINE WAS BUSY with something else: neither seconds nor ratios say much.';
const busyFrom = 0.1;
const watchedMilliseconds = 2_000;

/** What the figures hang on: programs, machine, and how busy the machine was before. */
export async function surroundings(
  postgres: RunningPostgres,
  roots: { readonly serverRoot: string; readonly searchRoot: string },
): Promise<readonly string[]> {
  const { serverRoot, searchRoot } = roots;
  const slapd = openLdapVersion(serverProgram(serverRoot), serverRoot);
  const ldapsearch = openLdapVersion(searchProgram(searchRoot), searchRoot);
  const { server_version, fsync, synchronous_commit, shared_buffers } = await settings(postgres);
  const all = cpus();
  const model = all[0]?.model.trim() ?? 'unknown processor';
  const share = await busyShare();
  return [
    `Node ${process.versions.node}, slapd ${slapd}, ldapsearch ${ldapsearch} (ldaps, 500 a page)`,
    `PostgreSQL ${server_version}, fsync ${fsync}, synchronous_commit ${synchronous_commit}, shared_buffers ${shared_buffers}`,
    `${model}, ${all.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; busy with other things before: ${Math.round(share * 100)} %`,
    ...(share > busyFrom ? [busy] : []),
  ];
}

/** How much of the processors' time others took in two seconds in which the benchmark did nothing. */
async function busyShare(): Promise<number> {
  const spent = () =>
    cpus().reduce(
      ({ idle, all }, { times: { user, nice, sys, irq, idle: more } }) => ({
        idle: idle + more,
        all: all + user + nice + sys + irq + more,
      }),
      { idle: 0, all: 0 },
    );
  const before = spent();
  await pause(watchedMilliseconds);
  const after = spent();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

function openLdapVersion(program: string | null, root: string): string {
  if (program === null) return 'unknown';
  const env = { ...process.env, ...serverEnvironment(root) };
  const { stdout, stderr } = spawnSync(program, ['-VV'], { env, encoding: 'utf8' });
  return /OpenLDAP: \w+ ([\d.]+)/.exec(`${stdout}${stderr}`)?.[1] ?? 'unknown';
}

const asked = ['server_version', 'fsync', 'synchronous_commit', 'shared_buffers'] as const;

async function settings({ superuserUrl }: RunningPostgres) {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Record<(typeof asked)[number], string>>(
      `select ${asked.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The server tells no settings.');
    return row;
  } finally {
    await client.end();
  }
}
