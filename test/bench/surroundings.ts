import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { Client } from 'pg';
import type { RunningPostgres } from '../../src/demo/postgres.js';
import { searchProgram, serverEnvironment, serverProgram } from '../support/openldap/install.mjs';

/** A sync waits for two servers in turn, so that others on the machine slow it more than its yardsticks. */
const busy = 'THE MACHINE WAS BUSY with something else: neither seconds nor ratios say much.';

/** What the figures hang on: programs, machine, and how busy the machine was before. */
export async function surroundings(
  postgres: RunningPostgres,
  roots: { readonly serverRoot: string; readonly searchRoot: string },
): Promise<readonly string[]> {
  const { serverRoot, searchRoot } = roots;
  const slapd = openLdapVersion(serverProgram(serverRoot), serverRoot);
  const ldapsearch = openLdapVersion(searchProgram(searchRoot), searchRoot);
  const { server_version, fsync, synchronous_commit } = await settings(postgres);
  const all = cpus();
  const model = all[0]?.model.trim() ?? 'unknown processor';
  const load = loadavg()[0] ?? 0;
  return [
    `Node ${process.versions.node}, slapd ${slapd}, ldapsearch ${ldapsearch} (ldaps, 500 a page)`,
    `PostgreSQL ${server_version}, fsync ${fsync}, synchronous_commit ${synchronous_commit}`,
    `${model}, ${all.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; load before: ${load.toFixed(1)}`,
    ...(load > all.length / 2 ? [busy] : []),
  ];
}

function openLdapVersion(program: string | null, root: string): string {
  if (program === null) return 'unknown';
  const env = { ...process.env, ...serverEnvironment(root) };
  const { stdout, stderr } = spawnSync(program, ['-VV'], { env, encoding: 'utf8' });
  return /OpenLDAP: \w+ ([\d.]+)/.exec(`${stdout}${stderr}`)?.[1] ?? 'unknown';
}

const asked = ['server_version', 'fsync', 'synchronous_commit'] as const;

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
