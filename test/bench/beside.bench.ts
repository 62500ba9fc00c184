// What `npm run bench:beside` runs: searches and a page beside others' programs, in one run over the same
// people on the same machine: a search beside OpenLDAP's, a page beside PostGraphile's and beside plain execution, and
// searches while a directory of as many is read.
import './in-service.js';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { startPostgres } from '../../src/demo/postgres.js';
import { startTestApp } from '../support/app.js';
import { ensureLdapSearch, ensureOpenLdap } from '../support/openldap/install.mjs';
import { quiet } from '../support/quiet.js';
import { makeTemplate } from '../support/template.js';
import { besideLdap } from './beside/beside-ldap.js';
import { besidePlain } from './beside/beside-plain.js';
import { besidePostgraphile } from './beside/beside-postgraphile.js';
import { searchWhileSyncing } from './beside/search-while-syncing.js';
import { fill } from './population.js';
import { sharedBuffers, surroundings } from './surroundings.js';

const result = fileURLToPath(new URL('./beside.txt', import.meta.url));
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const whole = 100_000;
/** The options of search.bench.ts, of several populations the largest; and which parts are measured. */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: String(whole) },
    rounds: { type: 'string', default: '7' },
    parts: { type: 'string', default: 'ldap,postgraphile,plain,syncing' },
  },
});
const [people, rounds] = [Math.max(...values.people.split(',').map(Number)), Number(values.rounds)];
if (![people, rounds].every((one) => Number.isInteger(one) && one > 0)) {
  process.stderr.write(
    'beside.bench.ts [--people 100000 --rounds 7 --parts ldap,postgraphile,plain,syncing]\n',
  );
  process.exit(2);
}

const serverRoot = rootOf(ensureOpenLdap);
const searchRoot = rootOf(ensureLdapSearch);
const postgres = await startPostgres(join('.data', 'bench'), {
  durable: true,
  sharedBuffers: sharedBuffers(people),
  log: say,
});
let failed = false;
try {
  await makeTemplate(postgres);
  const lines = [
    `Beside others, measured on ${new Date().toISOString().slice(0, 10)} by npm run bench:beside`,
    ...(await surroundings(postgres, { serverRoot, searchRoot })),
    `${people} people`,
  ];
  say(lines.join('\n'));
  const app = await startTestApp(undefined, postgres);
  try {
    // What a program does each second would be counted with the questions.
    await quiet(app);
    say(`Loading ${people} people.`);
    await fill(app.app.get(DataSource), app.databaseUrl, people, app.clock.now());
    const parts: Readonly<Record<string, () => Promise<readonly string[]>>> = {
      ldap: () => besideLdap(app, people, rounds, serverRoot),
      postgraphile: () => besidePostgraphile(app, rounds),
      plain: () => besidePlain(app, rounds),
      syncing: () => searchWhileSyncing(app, people, serverRoot),
    };
    const wanted = Object.entries(parts).filter(([name]) => values.parts.split(',').includes(name));
    for (const [, measure] of wanted) {
      const more = await measure();
      say(more.join('\n'));
      lines.push('', ...more);
    }
    const isWhole = people === whole && wanted.length === Object.keys(parts).length;
    if (isWhole) writeFileSync(result, `${lines.join('\n')}\n`);
  } finally {
    await app.stop();
  }
} catch (error) {
  failed = true;
  process.stderr.write(
    `Not measured: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
  );
} finally {
  await postgres.stop();
}
process.exit(failed ? 1 : 0);

function rootOf(ensure: typeof ensureOpenLdap): string {
  const found = ensure(resolve('.data'));
  if (found.missing === undefined) return found.root;
  throw new Error(`${found.missing} To make it possible: ${found.remedy}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
