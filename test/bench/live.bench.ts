// What `npm run bench:live` runs: how soon, and at what cost, changes come to many clients, beside what graphql-ws
// alone takes to send the same number of messages of the same size to the same clients.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../src/demo/postgres.js';
import { makeTemplate } from '../support/template.js';
import { liveRun, type LiveRun } from './live-run.js';

const result = fileURLToPath(new URL('./live.txt', import.meta.url));
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    subscribers: { type: 'string', default: '2000' },
  },
});
const [seconds, subscribers] = [Number(values.seconds), Number(values.subscribers)];
if (![seconds, subscribers].every((one) => Number.isInteger(one) && one > 0)) {
  process.stderr.write('npm run bench:live [-- --seconds 600 --subscribers 2000]\n');
  process.exit(2);
}
const runs: readonly LiveRun[] = [
  {
    name: `${subscribers} subscribers, 4 changes a second`,
    subscribers,
    rate: 4,
    processes: 1,
    seconds,
  },
  {
    name: '200 subscribers, 50 changes a second',
    subscribers: 200,
    rate: 50,
    processes: 1,
    seconds: Math.min(60, seconds),
  },
  {
    name: '200 subscribers, 50 changes a second, two processes',
    subscribers: 200,
    rate: 50,
    processes: 2,
    seconds: Math.min(60, seconds),
  },
];
const postgres = await startPostgres(join('.data', 'bench'), { durable: true, log: say });
let failed = false;
try {
  await makeTemplate(postgres);
  const lines = [
    `Live, measured on ${new Date().toISOString().slice(0, 10)} by npm run bench:live`,
  ];
  for (const run of runs) lines.push('', run.name, ...(await liveRun(run, postgres, say)));
  say(`\n${lines.join('\n')}`);
  if (seconds >= 600 && subscribers >= 2000) writeFileSync(result, `${lines.join('\n')}\n`);
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
