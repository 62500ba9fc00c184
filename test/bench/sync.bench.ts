// What `npm run bench:sync` runs: how much a whole sync costs, measured in what reading the directory
// and writing the rows cost at all, on the same machine in the same minutes.
import { writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../src/demo/postgres.js';
import { ensureLdapSearch, ensureOpenLdap } from '../support/openldap/install.mjs';
import { makeTemplate } from '../support/template.js';
import { measure, type Population } from './measure.js';
import { report } from './report.js';
import { surroundings } from './surroundings.js';

const usage = `npm run bench:sync [-- options]
  --people N        how many people, 100000 when not given
  --repetitions N   how often everything is repeated, 5 when not given
  --large           also 300,000 people, first run and unchanged run, twice
A whole measurement (nothing smaller than that) is kept in test/bench/sync.txt.
`;
const whole = { people: 100_000, repetitions: 5 };
const large = { people: 300_000, repetitions: 2, changes: false };
const longestMilliseconds = 60 * 60_000;
const result = fileURLToPath(new URL('./sync.txt', import.meta.url));

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const interrupted = new AbortController();
/** Everything is stopped on the way out: a signal only makes the way short. */
let exitCode = 0;
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    exitCode = 128 + constants.signals[name];
    interrupted.abort(new Error(`stopped by ${name}`));
  });
await main().catch((error: unknown) => {
  exitCode ||= 1;
  process.stderr.write(`Not measured: ${error instanceof Error ? error.message : String(error)}\n`);
});
process.exit(exitCode);

async function main(): Promise<void> {
  const populations = wanted();
  if (populations === null) {
    process.stderr.write(usage);
    exitCode = 2;
    return;
  }
  const signal = AbortSignal.any([interrupted.signal, AbortSignal.timeout(longestMilliseconds)]);
  const roots = { serverRoot: rootOf(ensureOpenLdap), searchRoot: rootOf(ensureLdapSearch) };
  const postgres = await startPostgres(join('.data', 'bench'), { durable: true, log: say });
  try {
    await makeTemplate(postgres);
    const lines = [
      `A whole sync, measured on ${new Date().toISOString().slice(0, 10)} by npm run bench:sync`,
      ...(await surroundings(postgres, roots)),
    ];
    for (const population of populations) {
      signal.throwIfAborted();
      const measurement = await measure(population, { postgres, ...roots, signal, say });
      lines.push('', ...report(measurement));
    }
    say(`\n${lines.join('\n')}`);
    if (isWhole(populations)) writeFileSync(result, `${lines.join('\n')}\n`);
  } finally {
    await postgres.stop();
  }
}

/** Null when the arguments are not understood. */
function wanted(): readonly Population[] | null {
  const options = {
    people: { type: 'string', default: String(whole.people) },
    repetitions: { type: 'string', default: String(whole.repetitions) },
    large: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ options });
    const [people, repetitions] = [Number(values.people), Number(values.repetitions)];
    if (![people, repetitions].every((one) => Number.isInteger(one) && one > 0)) return null;
    return [{ people, repetitions, changes: true }, ...(values.large ? [large] : [])];
  } catch {
    return null;
  }
}

function isWhole([first]: readonly Population[]): boolean {
  return first?.people === whole.people && first.repetitions >= whole.repetitions;
}

function rootOf(ensure: typeof ensureOpenLdap): string {
  const found = ensure(resolve('.data'));
  if (found.missing === undefined) return found.root;
  throw new Error(`${found.missing} To make it possible: ${found.remedy}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
